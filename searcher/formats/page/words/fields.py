"""Words that label one fact about an article, before its value, in many languages.

Folded as those of `vocabulary`.
"""

from __future__ import annotations

from searcher.formats.page.words.lists import kinds_by_name

FIELDS = kinds_by_name(
    {
        "title": "title,article title,public title,brief title,"
        "full title,full title of the trial,full title of the study,project title,"
        "title of the study,"
        "عنوان,عنوان مقاله,"
        "题名,標題,标题,篇名,題名,論文名稱,論文題目,论文题目,題目,제목,논문명,논문제목,"
        "titre,titulo,titel,titolo,document title,paper title",
        "short_title": "short title,running title,running head,short running title,"
        "running heading,scientific title,"
        "alternative title,other title,translated title,translated title of the contribution,"
        "titulo corto,"
        "vernacular title,transliterated title,secondary title,original title",
        "authors": "authors,author,by,auteur,auteurs,autor,autores,autori,autoren,"
        "verfasst von,par,por,scritto da,geschrieben von,作者,著者,저자,авторы,автор,автори,"
        "verfasser,hauptverfasser,main author,autor principal,autora principal,auteur principal,"
        "نویسندگان,نویسنده,المؤلفون,authors list,creator,creators,written by",
        "coauthors": "auteurs associes,co-authors,co-author,coauthors,other authors,coautores",
        "journal": "journal,journal title,journal name,revue,revista,zeitschrift,rivista,"
        "series,series title,nama jurnal,host publication,parent publication,"
        "資料名,収録刊行物,掲載誌,収載誌,저널,journal/source,published in journal,"
        "publication title,"
        "publication name,source title,"
        "журнал,видання,издание,источник,刊名,期刊,来源期刊,刊物名稱,학술지명,저널명,誌名,雑誌名,"
        "czasopismo,nazwa czasopisma,tytul czasopisma,casopis,nazev casopisu,tidskrift,tidsskrift,"
        "folyoirat,dergi adi,tap chi,titulo de la revista,titulo da revista,nome da revista,"
        "nombre de la revista,название журнала,назва журналу,نام مجله,نام نشریه,نشریه,المجلة,"
        "書刊名,期刊名稱,期刊名称,刊名稱,"
        "container-title,container title,periodical,journal abbreviation,titre de revue",
        "reference": "reference revue,reference,volume/issue,volume issue,bibliographic reference,"
        "citation details,journal reference,journal citation",
        "year": "year,yıl,yil,annee,ano,jahr,anno,publication year,year of publication,"
        "published year,"
        "annee de publication,pub year,nam,nam xuat ban,tahun,год,год издания,рік,rok,rok wydania,"
        "ev,aasta,godina,"
        "年份,出版年,論文出版年,论文出版年,发表年份,発行年,발행년도,발행연도",
        "date": "date,published,publication status,early online date,"
        "publication date,date published,date of publication,published date,"
        "publication date (electronic),published on,issue date,first published,"
        "first published date,published online,publication,online publication date,issued,"
        "date de publication,fecha de publicacion,publicado,publie,online veroffentlicht,"
        "data de publicacao,erscheinungsdatum,publiziert,veroffentlicht,issue published,"
        "article first published online,first published online,electronic publication date,"
        "available online,posted,posted date,date posted,publication date (print),"
        "publication date (online),epub date,first online,version of record online,"
        "발행,발행일,게재,게재일,출판일,公開日,発行日,公開,发布日期,出版日期,发表时间,опубликовано,"
        "datum izdavanja,datum objave,data wydania,data publikacji,data publicarii,"
        "publiceringsdatum,"
        "utgivelsesdato,udgivelsesdato,datum vydani,tanggal publikasi,diterbitkan,yayin tarihi,"
        "yayimlanma tarihi,дата публикации,дата публікаціі,publiziert am,published at,"
        "date of award,award date,date awarded,year of award,date of defense,defense date,"
        "date de soutenance,fecha de defensa,data de defesa,"
        "date issued,pub date,collection date,epub,published print,issue publication date,"
        "published in issue,publie le,publicado en",
        "received": "received,accepted,revised,received date,accepted date,revised date,submitted,"
        "manuscript received,manuscript accepted,submission date,date of submission,"
        "date of acceptance,recibido,aceptado,recu,accepte,recu le,accepte le,eingegangen,"
        "angenommen,recebido,aceito,"
        "manuscript submitted,web publication date,last update,last updated,updated,accessed,"
        "투고,접수,심사,수정,게재확정,게재승인,受付,受理,收稿,修回,接受,"
        "deposited,date deposited,deposit date,date accessioned,accessioned,date available,"
        "date added,added,created,date created,modified,last modified,indexed,academic year,"
        "approval date,"
        "acceptance date,accepted manuscript,prepublished,retrieved",
        "volume": "volume,vol,vol.,band,tome,volumen,evfolyam,rocnik,rocznik,cilt,том",
        "issue": "issue,number,no,no.,issue number,numero,nummer,heft,num,fascicule,lapszam,cislo,"
        "numer,zeszyt,sayi,выпуск",
        "pages": "pages,page,pp,pp.,pagination,page range,article number,article id,paginas,seiten,"
        "article no,article no.,first page,e-location id,elocation id,elocator,page numbers,"
        "pagina",
        "doi": "doi,digital object identifier,article doi,doi link,doi url,doi number,doi:",
        "pmid": "pmid,pubmed id,pubmed pmid,pubmed,medline pmid,pm id",
        "pmcid": "pmcid,pmc id,pubmed central id,pmc",
        "language": "language,langue,idioma,sprache,lingua,article language,original language",
    }
)
