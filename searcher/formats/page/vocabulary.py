"""Words that label the parts of an article, in the languages of the biomedical literature.

Everything is folded as `labels.fold_label` does: lower case, no accents, no apostrophes.
"""

from __future__ import annotations

from searcher.formats.page.field_labels import FIELDS
from searcher.formats.page.word_lists import kinds_by_name, words

SECTIONS = kinds_by_name(
    {
        "background": "background,introduction,context,importance,rationale,aim,aims,objective,"
        "objectives,purpose,goal,goals,hypothesis,problem,question,research question,"
        "aim of the study,aims of the study,purpose of review,purpose of the review,"
        "purpose of the study,objective of the study,scope,motivation,overview,"
        "what is known and objective,what is known,"
        "what is already known,what is known already,study question,"
        "summary of background data,"
        "clinical question,rationale aims and objectives,summary answer,statement of problem,"
        "theoretical background,backgrounds,study objective,"
        "introduccion,antecedentes,objetivo,objetivos,proposito,contexto,introducao,"
        "objectif,objectifs,contexte,but,buts,introduzione,obiettivo,obiettivi,scopo,premesse,"
        "hintergrund,ziel,ziele,einleitung,zielsetzung,fragestellung,zielstellung,"
        "inleiding,achtergrond,doel,amac,giris,wstep,cel,cel pracy,"
        "wprowadzenie,cel badania,uvod,cil,bakgrunn,bakgrund,baggrund,formal,syfte,"
        "введение,цель,цель исследования,актуальность,justificativa,fundamento,"
        "目的,背景,前言,引言,背景与目的,背景與目的,背景和目的,研究背景,研究目的,研究动机,研究動機,緒論,緖論,绪论,序論,緒言,はじめに,배경,목적,서론,배경/목적,목적및배경",
        "methods": "methods,method,methodology,design,setting,settings,patients,patient,subjects,"
        "participants,population,sample,interventions,intervention,exposures,exposure,"
        "materials,material,measurements,measures,measurement,procedures,procedure,"
        "main outcome measures,main outcome measure,outcome measures,outcome measure,outcomes,"
        "main outcomes,primary outcome,study design,study population,data sources,data source,"
        "study selection,data extraction,data synthesis,data collection,data analysis,"
        "search methods,search strategy,selection criteria,data collection and analysis,"
        "eligibility criteria,review methods,methods of study selection,sources,"
        "study eligibility criteria,study appraisal and synthesis methods,experimental design,"
        "type of study,approach,techniques,technique,analysis,statistics,evidence acquisition,"
        "areas covered,literature search,methodologies,statistical analysis used,"
        "settings and design,setting and design,areas of agreement,"
        "sources of data,evidence review,data,trial design,research design,"
        "design/methodology/approach,"
        "experimental approach,study design size duration,participants/materials setting methods,"
        "participants/materials,place and duration of study,duration,place,study setting,"
        "patient sample,predictor,predictors,comparator,comparators,factors,"
        "study area,sampling,main body,main body of the abstract,ethics and dissemination,"
        "study type,"
        "material y metodo,material y metodos,metodos,metodo,metodologia,pacientes,diseno,"
        "materiales,participantes,ambito,casuistica,"
        "methode,methodes,materiels,materiel,sujets,malades,"
        "metodi,materiali,pazienti,materiais,material,desenho,"
        "methoden,methodik,material und methoden,patienten,patienten und methoden,studiendesign,"
        "methoden und ergebnisse,gerec,yontem,gerec ve yontem,metody,"
        "metodika,metode,metod,materiale og metode,материалы и методы,материал и методы,"
        "方法,研究方法,材料和方法,資料和方法,患者与方法,病例与方法,研究設計,研究对象,研究對象,资料与方法,材料与方法,對象與方法,資料與方法,材料與方法,対象と方法,"
        "대상및방법,방법,연구방법,"
        "material i metody",
        "case": "case,cases,case report,case reports,case presentation,case presentations,"
        "case description,case summary,case history,case series,presentation of case,"
        "presentation of the case,clinical case,clinical presentation,case study,patient concerns,"
        "patient concern,patient presentation,clinical findings,diagnosis,diagnoses,diagnostics,"
        "therapeutic intervention,therapeutic interventions,treatment,symptoms,outcome,"
        "main symptoms,case illustration,observation,observations,clinical course,"
        "case report and results,medication,clinical procedure,specialty,final diagnosis,"
        "unusual clinical course,main diagnosis,"
        "caso clinico,casos clinicos,caso,presentacion del caso,reporte de caso,relato de caso,"
        "relato do caso,descricao do caso,descripcion del caso,cas clinique,presentation du cas,"
        "fallbericht,kasuistik,fallbeschreibung,anamnese,olgu,olgu sunumu,opis przypadku",
        "results": "results,result,findings,finding,main results,main result,key results,"
        "key findings,expected results,main findings,evidence synthesis,new observations,"
        "outcomes and results,recent findings,principal findings,"
        "main results and the role of chance,main body of abstract,key result,"
        "resultados,resultado,resultats,resultat,risultati,ergebnisse,ergebnis,resultaten,"
        "结果,結果,研究结果,研究結果,成績,결과,연구결과,성적,"
        "resultater,vysledky,результаты,bulgular,wyniki,hallazgos,principaux resultats",
        "conclusion": "conclusion,conclusions,discussion,discussions,interpretation,summary,"
        "significance,implications,lessons,lesson,clinical significance,clinical implications,"
        "clinical relevance,relevance,conclusions and relevance,authors conclusions,comment,"
        "comments,implication,perspective,perspectives,clinical impact,concluding remarks,"
        "expert opinion,take-home message,relevance to clinical practice,"
        "clinical discussion,recommendations,what is new and conclusion,"
        "what is new,what this study adds,impact,"
        "implications for practice,wider implications of the findings,new knowledge gained,"
        "limitations,limitation,strengths and limitations,future directions,areas of controversy,"
        "conclusion and implications,growing points,originality/value,originality,value,"
        "practical implications,social implications,research limitations/implications,"
        "short conclusion,folgerung,folgerungen,"
        "limitations reasons for caution,study funding/competing interests,"
        "study funding/competing interest(s),"
        "what this paper adds,"
        "areas timely for developing research,take home message,key message,"
        "conclusiones,conclusao,conclusoes,discusion,discussao,discussione,conclusione,"
        "conclusioni,schlussfolgerung,schlussfolgerungen,diskussion,fazit,conclusie,"
        "podsumowanie,zaver,konklusion,konklusjon,slutsats,fortolkning,заключение,выводы,"
        "结论,結論,研究结论,研究結論,结论与建议,結論與建議,おわりに,まとめ,讨论,討論,考察,结语,結語,결론,고찰,"
        "sonuc,tartisma,wnioski,consideracoes finais",
        "note": "trial registration,trial registration number,registration,clinical trial,"
        "systematic review registration,level of evidence,evidence level,level of evidence iii,"
        "clinical trial registration,registration number,study funding,clinical trial number,"
        "clinicaltrials.gov identifier,trial registry,prospero registration number,"
        "prospero registration,primary funding source,primary source of funding,"
        "clinical trials registration",
    }
)

INTRODUCTIONS = words(
    "introduction introduccion introducao introduzione einleitung inleiding uvod wstep giris "
    "введение вступ pendahuluan innledning inledning indledning johdanto introducere bevezetes"
)
"""Headings with which a body opens."""

HEADINGS = kinds_by_name(
    {
        "abstract": "abstract,abstract and figures,"
        "brief summary,summary,abstracts,structured abstract,english abstract,abstract text,"
        "abstract (english),abstract in english,article abstract,abstract/summary,"
        "summary/abstract,abstract summary,description,project description,"
        "unstructured abstract,"
        "resume,resumen,resumo,zusammenfassung,riassunto,samenvatting,streszczenie,abstrakt,ozet,"
        "oz,sammanfattning,sammendrag,rezumat,sazetak,sommario,resum,resumos,resumenes,kurzfassung,"
        "аннотация,резюме,реферат,анотація,анотацiя,сажетак,περιληψη,tom tat,kokkuvote,tiivistelma,"
        "santrauka,kopsavilkums,povzetek,izvlecek,souhrn,suhrn,osszefoglalas,osszefoglalo,abstrak,"
        "abstraksi,intisari,ringkasan,laburpena,ملخص,الملخص,چکیده,概要,"
        "摘要,中文摘要,内容摘要,提要,要旨,抄録,초록,국문초록,요약,要約",
        "keywords": "keywords,keyword,key words,key word,key-words,index terms,author keywords,"
        "keywords plus,keyword(s),key word(s),other terms,subject terms,indexing terms,descriptors,"
        "keywords and subjects,uncontrolled keywords,author keyword,free keywords,"
        "topics and keywords,"
        "search terms,tags,mesh keywords,index words,keywords (english),author-supplied keywords,"
        "palabras clave,palabra clave,descriptores,palavras-chave,palavras chave,palavras-chaves,"
        "unitermos,descritores,"
        "mots-cles,mots cles,mots clefs,mots-clefs,schlusselworter,schlagworter,schlagworte,"
        "stichworte,parole chiave,trefwoorden,sowa kluczowe,słowa kluczowe,anahtar kelimeler,"
        "anahtar sozcukler,nyckelord,키워드,주제어,색인어,중심단어,핵심어,"
        "ключевые слова,ключові слова,anahtar kelimler,anahtar kelime,关键词,關鍵詞,关键字,關鍵字,"
        "キーワード,中文關鍵詞,中文关键词,外文關鍵詞,英文关键词,英文關鍵詞,핵심용어,찾아보기낱말,"
        "palabras claves,tu khoa,kata kunci,klicova slova,klucova slova,kljucne rijeci,"
        "kljucne reci,"
        "kljucne besede,кључне речи,kulcsszavak,cuvinte cheie,avainsanat,asiasanat,nokkelord,"
        "nogleord,emneord,votmesonad,raktazodziai,atslegvardi,λεξεις-κλειδια,λεξεις κλειδια,"
        "paraules clau,ключови думи,الكلمات المفتاحية,کلیدواژه ها,کلیدواژهها",
        "references": "references,reference list,bibliography,literature cited,works cited,"
        "references and notes,cited references,literature,list of references,references cited,"
        "referencias,referencias bibliograficas,bibliografia,referencias e notas,bibliographie,"
        "literatur,literaturverzeichnis,literatura,kaynaklar,piśmiennictwo,pismiennictwo,"
        "список литературы,литература,список літератури,література,список використаних джерел,"
        "riferimenti bibliografici,zdroje,zdroj,citations,参考文献,參考文獻,参照文献,참고문헌",
        "aside": "similar articles,related articles,cited by,citing articles,most read,most cited,"
        "recommended,recommended articles,see also,you may also like,more from,similar works,"
        "people also read,related content,related information,trending articles,trending,"
        "latest articles,most popular,recommended reading,further reading,popular articles,"
        "articles citing this article,related papers,similar papers,cited in,most viewed,"
        "articles in this issue,also in this issue,in this issue,other articles,related links,"
        "this article is cited by,this article has been cited by,recent articles,current issue,"
        "view more articles,more articles,latest news,related topics,editors choice,"
        "recommended for you,you might also like,suggested articles,similar research,"
        "more like this,read next,cited by other articles,citing literature,cites this article,"
        "related publications,most downloaded,latest issue,other versions,browse,"
        "linkout - more resources,linkout,full text sources,medical,research materials,"
        "articles by authors,related subjects,other publications,news,featured articles,"
        "more by the same authors,articles from the same issue,others also viewed,"
        "most recent articles,comments on this article,associated data,"
        "articulos relacionados,articulos similares,"
        "articles similaires,ahnliche artikel,artigos relacionados,articoli correlati",
        "publication_types": "publication types,publication type,publication type(s)",
        "category": "article type,document type,type of article,manuscript type,paper type,"
        "tipo de articulo,tipo de documento,type de document",
        "mesh": "mesh terms,mesh,mesh headings,mesh heading,medical subject headings,"
        "medical subject headings (mesh),mesh term",
        "substances": "substances,supplementary concepts,grants and funding,grant support,"
        "personal name as subject,chemicals,grants,gene symbol,secondary source id,"
        "supplementary info",
        "affiliations": "affiliations,affiliation,author affiliations,authors affiliations,"
        "authors and affiliations,institutions,author addresses,author affiliation,addresses,"
        "机构,作者单位,作者單位,機構,単位,所属,소속,"
        "author information,authors information,from the,filiation,afiliacion,afiliaciones",
        "cite": "cite this article,how to cite,how to cite this article,citation,cite as,cite this,"
        "recommended citation,to cite this article,share and cite,suggested citation,cite,"
        "cite this article as,please cite this article as,cite this paper,cite this as,"
        "localizacion,localizacao,fuente,fonte,quelle,publicado en la revista,journal article,"
        "erschienen in,vyslo v casopise,publikovano v,citace,jak citovat,kako citirati,jak cytowac,"
        "cytowanie,sposob cytowania,kaynak goster,atif,atif icin,как цитировать,для цитирования,"
        "цитирование,образец цитирования,как цитувати,для цитування,цитування,come citare,"
        "zitiervorschlag,引用本文,引用格式,引用方式,인용,"
        "publie dans,pubblicato in,opublikowano w,veroffentlicht in,"
        "to cite this article:,how to cite this url,please cite as,article citation,"
        "文章引用,引用本文,引用格式,引文格式,本文引用格式,引用方法,"
        "share and cite:,source,published in,in,citation information,how to cite:,full citation,"
        "reference this article,cite this article:,publication,quote,como citar,"
        "como citar este articulo,citation style,cita,cite item,cited as,zitierweise,citer,apa,mla,"
        "ama,vancouver,harvard,nlm,chicago,ama citation,apa citation,comment citer",
        "aside_abstract": "graphical abstract,highlights,key points,plain language summary,"
        "author summary,editors summary,significance statement,visual abstract,lay summary,"
        "video abstract,research highlights,lay abstract,editorial summary,capsule summary,"
        "article highlights,in brief,synopsis,at a glance,key messages,"
        "strengths and limitations of this study,what is already known on this topic,"
        "teaser,research in context,plain english summary,summary box,graphical abstract image,"
        "clinical perspective,clinical perspectives,translational perspective,"
        "novelty and significance,nontechnical summary,non-technical summary,summary for patients,"
        "key results and recommendations,what is new?,clinical significance statement,"
        "what are the clinical implications?,what are the novel findings?,"
        "plain-language summary,elife digest,digest,editors evaluation,impact statement",
        "info": "detailed description,official title,domaines,domains,"
        "abbreviation used,abbreviations used,article information,"
        "article info,article history,publication history,history,"
        "rights and permissions,rights & permissions,reprints & permissions,"
        "reprints and permissions,"
        "copyright,about this article,metrics,article metrics,"
        "conflict of interest,conflicts of interest,conflict of interest statement,"
        "competing interests,funding,acknowledgments,acknowledgements,acknowledgment,"
        "acknowledgement,author contributions,authors contributions,data availability,"
        "data availability statement,supplementary material,supplementary materials,ethics,"
        "abbreviations,footnotes,correspondence,license,licence,open access,publishers note,"
        "additional information,supporting information,figures,tables,figures and tables,"
        "declarations,ethics statement,ethics approval,consent for publication,consent,"
        "article details,article content,main article content,article sidebar,details,downloads,"
        "download,statistics,notes,note,permissions,author notes,corresponding author,contact,"
        "disclosure,disclosures,financial support,editor information,pdf,full text,full-text,"
        "article,attachments,images,files,figure,table,sections,section,issue section,topics,"
        "subjects,subject,subject areas,collection,contributors,issn,publisher,eissn,isbn,"
        "bibliographic information,information,export citation,export,share,tools,views,"
        "subject area,categories,category,date received,available from,table of contents,contents,"
        "outline,navigation,menu,conflict-of-interest statement,financial disclosure,"
        "transparency,electronic supplementary material,provenance and peer review,"
        "patient consent,patient consent for publication,academic editor,editor,edited by,"
        "reviewed by,handling editor,corresponding author email,correspondence to,"
        "correspondence address,address for correspondence,reprint address,source of support,"
        "基金,基金项目,基金項目,中图分类号,中圖分類號,文献标识码,文獻標識碼,文献标志码,"
        "文獻標志碼,文章编号,文章編號,收稿日期,通讯作者,通訊作者,分类号,分類號,"
        "access to document,other files and links,fingerprint,bibliographical note,uri,handle,"
        "files in this item,appears in collections,item type,additional details,resource type,"
        "supplementary data,link to publication,"
        "article usage,views & citations,nct,e-mail,email,tel,fax,phone,orcid,url,link,website",
        "foreign": "comment in,comment on,erratum in,erratum for,update in,update of,"
        "republished in,republished from,retraction in,erratum,corrigendum,"
        "now published in,original article in,this corrects,"
        "corrected and republished from,retraction of,retraction notice,version of record,"
        "preprint,preprint in,companion paper,this article is commented on,"
        "summary for patients in,reprint in",
    }
)

GLUED = {
    **{name: kind for name, kind in FIELDS.items() if len(name) > 3 and kind != "issue"},
    **{name: kind for name, kind in SECTIONS.items() if kind != "note" and len(name) > 4},
    "aim": "background",
    "aims": "background",
    **{
        name: kind
        for name, kind in HEADINGS.items()
        if kind in ("abstract", "keywords", "references")
    },
    "doi": "doi",
}
"""Labels that are known even where nothing parts them from their value ("AbstractWe ...")."""
