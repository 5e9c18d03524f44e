"""Words of the sites around articles: elements of records, notices, menus, controls."""

from __future__ import annotations

DUBLIN_CORE = {
    "title": "Title",
    "contributor.author": "Author",
    "creator": "Author",
    "date.issued": "Date issued",
    "date": "Date",
    "description.abstract": "Abstract",
    "abstract": "Abstract",
    "subject": "Keywords",
    "subject.mesh": "MeSH terms",
    "identifier.doi": "DOI",
    "relation.doi": "DOI",
    "identifier.pmid": "PMID",
    "identifier.citation": "Citation",
    "bibliographiccitation": "Citation",
    "relation.ispartof": "Journal",
    "relation.journal": "Journal",
    "source": "Journal",
    "source.title": "Journal",
    "journal.title": "Journal",
    "type": "Article type",
}
"""What the elements of Dublin Core, with their qualifiers, say in a repository's record."""

_NOTICES = (
    "disclosure,disclosures,conflict of interest,conflicts of interest,competing interests,"
    "conflict of interest statement,publishers note,correspondence,contact,copyright,"
    "acknowledgements,"
    "acknowledgments,acknowledgement,acknowledgment,author contributions,publisher,issn,isbn,"
    "abbreviations,abbreviation,abbreviations used,source of funding,sources of funding,"
    "source of support,"
    "corresponding author,financial disclosure,address for correspondence,"
    "special issue,academic editor,academic editors,peer reviewer,peer reviewers"
)
NOTICES = frozenset(_NOTICES.split(","))
"""Labels of notices, which end an abstract even where they stand right below it."""

_CONTROLS = (
    "continue reading,collapse,read more,show more,see more,view more,more,show less,read less,"
    "less,learn more,"
    "read full abstract,show full abstract,expand abstract,collapse abstract,view full abstract,"
    "view full-text,view full text,read the full text,full text,ver más,leer más,mostrar más,"
    "mostrar mais,ver mais,leia mais,ler mais,voir plus,lire la suite,afficher plus,"
    "mehr anzeigen,weiterlesen,mehr,mostra altro,leggi tutto,lees meer,devamını oku,"
    "downloads,download pdf,pdf downloads,article sidebar,"
    "更多还原,更多還原,还原,展开更多,展开全部,收起,隐藏,더보기,続きを読む,もっと見る"
)
CONTROLS = tuple(_CONTROLS.split(","))
"""What one clicks on at the end of an abstract to see more or less of it."""

SITE_NOTICES = (
    "our partners",
    "personal data",
    "cookies",
    "your browser",
    "browser version",
    "official government",
    "federal government websites",
    ".gov means",
    "has not been peer-reviewed",
    "not been certified by peer review",
    "this article is a preprint",
    "users without a subscription",
    "you do not have access",
    "access to this content",
    "only available as a pdf",
    "not available here",
    "sign in to",
    "log in to",
    "create an account",
    "privacy policy",
    "your privacy",
    "terms and conditions",
    "official website of the",
    "information on this site",
    "whether they are pub",
    "is an open access journal",
    "is an open-access journal",
    "is a peer-reviewed",
    "is a peer reviewed",
    "is an international peer",
    "is an international, peer",
    "journal is published",
    "au dépôt et à la diffusion de documents",
    "this website uses",
    "this site uses",
)
"""What notices of a site say in their first sentences, and articles do not."""

_OF_FILES = (
    "manuscript,copyright,reprint,offprint,e-offprint,proofs,copyedit,typeset,unedited,editing,"
    "publisher,published version,publication,licen[cs]e,permission,repositor,self-archiv,download,"
    "reproduc,your article,your own,your work,personal use,legal,link below,please,accepted,"
    "early version,final version,rights,printed,online,"
    "descargad,copia,uso personal,proh[ií]b,separata,derechos,reproducción,autorización,"
    "télécharg,manuscrit,éditeur,droits,autorisation,usage personnel,mise en page,"
    "manuskript,verlag,urheberrecht,nutzungs,heruntergeladen,genehmigung,vervielfältig,"
    "baixad,direitos,reprodução,autorização,scaricat,diritti,riproduzione,editore,vietat"
)
OF_FILES = tuple(_OF_FILES.split(","))
"""What cover sheets of files speak of: versions, rights, use; as beginnings of words."""

_MENU_PHRASES = (
    # "The halo sign in the lung", "What you need to know", "Loading doses" are titles.
    "похожие темы,full[- ]text (?:not |un)available,please contact (?:the|us|your),"
    "contact (?:the|us|your),contents lists? available,released online,"
    "(?:use|uses|using|accept|manage|our|these) cookies,"
    "cookie (?:policy|settings|preferences|notice),"
    "s(?<![a-z] s)ign(?:ed)? in,please sign(?:ed)? in,"
    "to sign(?:ed)? in,must sign(?:ed)? in,or sign(?:ed)? in,not sign(?:ed)? in,"
    r"and sign(?:ed)? in,sign up,log ?(?:in|on|out),your privacy,subscrib\w+,newsletter,"
    "e-?mail (?:alerts?|updates?),e-?alerts?,click (?:here|on|one|the|your|below|above|to|pdf),"
    "your (?:browser|account|library|institution|email|device|search),javascript,"
    "official website,keep up to date,"
    "вы (?:всегда )?можете,"
    "y(?<!what y)ou (?:can|may|are|have|will|do|need|agree|must),privacy policy,terms of use,"
    "skip (?:directly )?to,jump to,download,share (?:this|on|via),get (?:access|rights),"
    "view (?:all|more|full|article|pdf|large|in article),add to (?:cart|favou?rites|citation),"
    r"full[- ]text links?,loading(?=\W*$),supplemental content,how to join,write to the help,"
    "send to,choose destination,users online,print this,email this,"
    "access (?:through|provided|this|options),"
    "purchase (?:pdf|access|options?|this|the|article|an?|now|digital|subscription),"
    "check for updates,s(?<!the s)(?<!a s)(?<!in s)earch (?:in|within|results),"
    "search for (?:this|more|related|other|all|similar),search for$,advanced search,"
    "submit (?:a|an|your),get citation,export citation,figures? & tables?,"
    "read (?:more|the full|online),show (?:more|less|all),"
    "this (?:site|website|browser|page) (?:uses|is|requires|was),scroll,toggle,"
    "page (?:views?|count),article (?:menu|tools|views|metrics),front matter,next article,"
    "previous article,see comment,is indexed (?:in|for),indexed for,pubmed commons,"
    "official (?:organ|publication|journal) of,site ?map,impact factor,"
    "texte (?:complet|intégral),texto completo,volltext,full text (?:of|is),php error,"
    r"follow (?:us|[\w.]+(?: [\w.]+)?(?: [\w.]+)?)"
    " on (?:facebook|twitter|x|linkedin|instagram|youtube)"
)
MENU_PHRASES = tuple(_MENU_PHRASES.split(","))
"""What menus, notices and invitations of a site say, as patterns that begin with a letter."""

_NAVIGATION = (
    "aims and scope,submit manuscript,submit article,submit paper,submit a manuscript,"
    "submit a article,submit a paper,submit your manuscript,submit your article,"
    "submit your paper,journal homepage,journal home page,journal home,journal info,"
    "journal information,información de la revista,informação da revista,"
    "instructions for authors,instructions to authors,editorial board,about the journal,"
    "about this journal,publish with us,explore journal,view journal,sign up for alerts,"
    "cite this article,guide for authors,article metrics,table of contents,all issues,"
    "current issue,list of issues"
)
NAVIGATION = tuple(_NAVIGATION.split(","))
"""Entries of a journal's menu, which a copy glues to its name."""

_FACT_OPENINGS = (
    "author,authors,doi,pmid,pmcid,issn,e-issn,eissn,isbn,received,accepted,published,available,"
    "volume,vol,issue,page,pages,pags,págs,seiten,e-mail,email,tel,fax,figure,fig.,figura,abbildung,abb.,рис.,рисунок,table,tabla,tabela,tabella,tabelle,tableau,таблица,source,section,sec.,running,"
    "previously,key word,key words,keyword,keywords,citation,citations,cite,editor,editors,edited,"
    "academic,reviewed,affiliation,affiliations,from the,"
    "conflict of,conflicts of,funding,grant,orcid,version,"
    "supported by,funded by,provided by,information provided by,"
    "processing time,posted,last,view,views,download,downloads,metrics,crossref,corpus id,epub,"
    "nlm,©,"
    "recibido,aceptado,recebido,aceito,eingegangen,angenommen,reçu,accepté,ricevuto,accettato,"
    "otrzymano,zaakceptowano,přijato,поступила,принята,geliş,diterima,disetujui"
)
FACT_OPENINGS = tuple(_FACT_OPENINGS.split(","))
"""What a line about an article begins with, before a number or alone."""

_NOTE_LABELS = (
    "photo,foto,photo credit,image credit,credit,session,meeting,room,track,research output,"
    "supervisor,supervisors,note,notes,reading list,type,article type,category,read time,publisher,"
    "издатель,видавець,physical description,section,sec.,subsection,special issue,special section,"
    "special feature,special series,special collection,special topic,theme issue,themed issue,"
    "themed section,focus issue,research topic,topical collection,article collection,symposium,"
    "dossier,dossier thématique,numéro spécial,número especial,edição especial,número monográfico,"
    "schwerpunkt,schwerpunktthema,themenheft"
)
NOTE_LABELS = tuple(_NOTE_LABELS.split(","))
"""Labels of pictures, meetings, theses, reading lists and series of articles."""

_SITE_OPENINGS = (
    "contributed equally,these authors,this author,uploaded by,link to,"
    "permanent link,official reprint,search medline,search pubmed,untitled,текст научной,"
    "похожие темы"
)
SITE_OPENINGS = tuple(_SITE_OPENINGS.split(","))
"""What a line about the authors, or of the site, begins with."""

_SITE_KINDS = (
    "library,libraries,archive,archives,repository,portal,hub,database,online,publishing,"
    "publications,publishers,press,academy,magazine,wiki,podcast,blog,website,download,pdf,"
    "biblioteca,bibliothek,bibliothèque,repositorio,repositório,archiv,portail,bibliotheek"
)
SITE_KINDS = frozenset(_SITE_KINDS.split(","))
"""What the name of a site ends with."""

_ENTRIES = (
    "loading page,loading,cargando,carregando,chargement,advertisement,anzeige,publicité,"
    "publicidad,skip to main content,skip to content,skip main navigation,skip to article,"
    "translate this page into,top,перейти к,article text,text,back,back to top,log in,home,menu,"
    "premium,"
    "s'abonner,s’abonner,actualités,noticias,nachrichten"
)
ENTRIES = tuple(_ENTRIES.split(","))
"""What a site has over a title, and a copy in front of it."""

_COMMANDS = (
    "cite,read,view,show,download,browse,get,see,buy,order,add,save,print,share,submit,explore,"
    "enter,type,search,find,discover,learn,select,choose,skip,go,sign,log,jump,join"
)
COMMANDS = tuple(_COMMANDS.split(","))
_COMMANDED = (
    "this,the,a,an,all,more,full,your,our,by,to,in,for,on,up,now,next,out,us,within,keyword,"
    "keywords,word,words,text,term,terms,other"
)
COMMANDED = tuple(_COMMANDED.split(","))
"""COMMANDS and COMMANDED: what a site tells its reader to do, and what follows it at once."""

_COUNTRIES = (
    "Algeria,Argentina,Australia,Austria,Österreich,Bangladesh,Belgium,Belgique,Brazil,Brasil,"
    "Bulgaria,Cameroon,Canada,Chile,China,P.R. China,PR China,Colombia,Croatia,Cuba,Czech Republic,"
    "Denmark,Danmark,Ecuador,Egypt,Ethiopia,Finland,France,Germany,Deutschland,Ghana,Greece,"
    "Hong Kong,Hungary,Iceland,India,Indonesia,Iran,Iraq,Ireland,Israel,Italy,Italia,Japan,Jordan,"
    "Kenya,Korea,South Korea,Republic of Korea,Kuwait,Lebanon,Malaysia,Mexico,México,Morocco,Maroc,"
    "Nepal,Netherlands,The Netherlands,the Netherlands,Nederland,New Zealand,Nigeria,Norway,Norge,"
    "Pakistan,Peru,Perú,Philippines,Poland,Polska,Portugal,Qatar,Romania,România,Russia,Россия,"
    "Saudi Arabia,Serbia,Singapore,Slovakia,Slovenia,South Africa,Spain,España,Sri Lanka,Sudan,"
    "Sweden,Sverige,Switzerland,Schweiz,Suisse,Syria,Taiwan,Tanzania,Thailand,Tunisia,Tunisie,"
    "Turkey,Türkiye,Uganda,Ukraine,Україна,United Arab Emirates,United Kingdom,UK,U.K,"
    "United States,USA,U.S.A,Uruguay,Venezuela,Vietnam,Viet Nam,Yemen,Zambia,Zimbabwe"
)
COUNTRIES = tuple(f", {name}" for name in _COUNTRIES.split(","))
"""Countries at the end of an address, behind its last comma."""
