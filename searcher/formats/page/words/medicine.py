"""Words that speak of illness, treatment and the body, as titles do and sites do not.

Latin, Greek and the generic names of drugs make most of them the same everywhere. They are
patterns of beginnings and endings of words in lower case, without accents. What names of
journals, places of work and menus are full of (medical, clinical, health) is left out.
"""

from __future__ import annotations

_BEGINNINGS = (
    # the patient, and what is done
    "patient,pacient,pazient,therap,terap,treat,traitement,tratamient,tratament,behandl,trattament,"
    "leczeni,tedavi,biops,"
    "diagnos,prognos,transplant,vaccin,vacun,vakzin,impf,immuni,inmuni,imuni,prescri,"
    "verschreib,verordnung,pharmacov,pharmacok,pharmacog,farmacov,drug,arzneimit,medication,medicines,"
    "medicament,medikament,ilac,lijek,lekow,lekov,dose,dosag,dosi,rehabilit,resuscit,anesthe,anaesthe,"
    "anestes,anasthes,mortalit,morbid,prevalen,inciden,survival,efficac,eficac,wirksamk,"
    # who is ill
    "infant,child,nino,kinder,enfant,crianc,newborn,neonat,pregnan,embaraz,gestac,schwanger,"
    "grossesse,elderly,adolesc,women,"
    # what harms
    "induced,induit,inducid,induzid,"
    "advers,nebenwirk,unerwunscht,indesirable,indeseab,indesej,toxi,toksi,poison,intox,vergift,"
    "overdos,intoler,interacti,interacc,wechselwirk,injur,lesion,trauma,fractur,fraktur,bleeding,"
    "hemorr,haemorr,blutung,ulcer,necro,nekro,addict,resistan,reactio,reaccio,reaktio,reakci,reacao,"
    "reacoe,reazion,complicat,complicac,komplikat,"
    # illnesses
    "jaundice,icter,"
    "disease,disorder,enfermedad,maladie,malatti,krankheit,erkrankung,doenca,chorob,hastali,bolest,"
    "syndrom,sindrom,zespol,sendrom,cancer,krebs,tumor,tumour,carcin,karzin,lymph,linfo,leukem,"
    "leucem,leukam,melanom,sarcom,neoplas,metasta,infec,infek,sepsis,septic,tubercul,malaria,hepatit,"
    "pneumo,neumon,influenza,covid,sars,viral,virus,bacter,bakter,fung,parasit,diabet,obes,asthma,"
    "asma,allerg,alerg,anaphyl,anafil,hypersens,hipersens,exanth,exant,erupti,erupci,eruzion,eryth,"
    "eritem,urtic,rash\\b,pain\\b,gout\\b,psoria,eczema,ekzem,dermat,pruri,depress,schizo,esquizo,psychosis,psychot,bipolar,"
    "dement,alzheim,parkinson,epilep,seizure,stroke,infarct,infarkt,infarto,ischem,ischaem,ischam,"
    "isquem,thromb,tromb,embol,hyperten,hiperten,hypoten,hipoten,hypo(?!the),hipo(?!te),hyperk,hyperg,"
    "hyperp,arrhyth,aritm,fibrilla,angio,aneur,anemi,anaem,anami,neutrop,agranul,cytopen,arthr,artr,"
    "osteo,rheuma,reuma,lupus,fever,fieber,fiebre,schmerz,dolor,douleur,cough,headache,migra,nausea,"
    "dyston,diston,myasth,miast,apnea,apnoe,syncop,sincop,bradyc,bradic,tachyc,taquic,gangren,"
    "perforat,perforac,fistul,catarac,katarak,halluc,gingiv,overgrowth,dependen,typhus,botulin,"
    "vomit,diarr,edema,oedema,rhabdo,rabdo,myop,miop,failure,"
    # the body
    "cardia,cardio,carditi,kardi,heart,blood,vascul,coronar,lung,pulmon,bronch,respirat,trache,nasal,"
    "hepat,liver,bilia,pancrea,pankrea,gastr,intestin,colorec,esophag,oesophag,bowel,nephr,nefr,renal,"
    "kidney,urin,bladder,prostat,neuro,nerve,brain,cerebr,spinal,mening,encephal,encefal,ocul,ophthal,"
    "oftal,retin,cornea,otit,otot,dental,thyro,tiro,endocr,endokr,hormon,insulin,ovari,uterin,breast,"
    "placent,ventric,skin,cutane,kutan,mucos,muscl,muscul,muskul,marrow,platelet,plasma,serum,genes,genet,"
    "allel,genom,protein,receptor,kinase,mutation,metabol,lipid,cholest,triglyc,glucos,murine,"
    # remedies
    "antib,antim,antip,antic,antid,antit,antir,antiv,antih,analges,opioid,opiat,morphin,morfin,codein,"
    "kodein,fentan,steroid,corticos,kortikos,glucoc,glukok,heparin,warfarin,lithium,litio,metform,"
    "paracet,acetam,aspirin,ibuprof,diclof,metamiz,digoxin,amiodar,valpro,carbamaz,karbamaz,phenyt,"
    "fenit,methotr,metotr,allopur,alopur,colchic,kolchis,chloroq,hydroxychl,biosimil,placebo,chemoth,"
    "quimiot,quinin,chinin,chimioth,radioth,inhibitor,antagonist,agonist,sedativ,benzodiaz,hypnotic,"
    "caffein,nicotin,methadon,metadon,nalox,vitamin,folic,folat,sodium,potassium,calcium,magnes,"
    "deprescri,self-medic,automedic,ingestion,misuse,tablets,pills,thiaz,tiaz,checkpoint,"
    # languages with words of their own
    "lægemid,legemid,lakemed,bivirk,biverk,sygdom,sykdom,sjukdom,geneesmid,bijwerk,ziekte,laake,"
    "potila,sairau,leciv,lecb,leku,nezadouc,polekow,niepozad,nuspoj,nezelj,bolesnik,bolnik,zdravil,"
    "gyogyszer,beteg,zehirlen,thuoc,benh nhan,đieu tri,obat,penyakit,pasien,hasta,zalu,vaist,"
    # Cyrillic, Greek and Arabic letters
    "лекарств,лікарськ,препарат,терап,лечен,лікуван,болезн,заболев,захворюв,синдром,больн,пациент,"
    "пацієнт,токси,инфекц,інфекц,аллерг,алерг,побочн,побічн,реакц,осложн,диагност,опухол,сердеч,"
    "почек,почеч,печен,пневмон,гипер,гипо,кардио,нейро,нефро,гепато,протонн,вакцин,антиб,φαρμακ,νοσο,συνδρομ,ασθεν,θεραπ,دارو,بیمار,"
    "مرض,علاج,درمان"
)
_ENDINGS = (
    "itis,osis,aemia,cemia,kemia,lemia,nemia,remia,xemia,mopathy,ropathy,pathie,patia,algia,nuria,"
    "turia,ectomy,ectomie,ectomia,oplasty,oscopy,toxicity,penia,penie,plegia,rrhea,umab,imab,inib,"
    "statin,statine,cillin,cilina,cilline,omycin,micina,mycine,amicin,floxacin,floxacino,azole,azol,"
    "opril,olol,sartan,oxetine,oxetin,platin,platine,cycline,cyclin,ciclina,azepam,"
    "ocaine,caina,triptan,gliptin,gliflozin,tidine,dipine,vudine,avir,evir,ivir,ovir,parib,ciclib,"
    "oxaban,gatran,troban,parin,parinux,quine,dronate,fibrate,glitazone,glutide,grel,oxacin,rubicin,"
    "tecan,terol,zosin,tretinoin,trozole,ilide,penem,fungin,bactam,fenac,coxib,phenidyl,phylline,"
    "racetam,gabatrin,pramide,vaptan,asone,isone,olone,azine,tadine,xanthine,quinone,terone,gestrel,"
    "lukast,setron,semide,thiazide,barbital,triptyline,peridol,apine,idone"
)
_SIGNS = (
    "注射,安全性,病,症,药,薬,藥,疗,療,毒,患者,炎,癌,腫,肿,診,诊,血,副作用,"
    "약,주사,환자,증후군,치료,질환,부작용,중독"
)

BEGINNINGS = tuple(_BEGINNINGS.split(","))
ENDINGS = tuple(_ENDINGS.split(","))
SIGNS = tuple(_SIGNS.split(","))
"""Signs and syllables that stand anywhere in a text without spaces."""
