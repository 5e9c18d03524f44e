"""Words for the places where people work, and for how they can be reached."""

from __future__ import annotations

_PLACES = (
    r"departments?,dept,universit\w+,hospital(?!i[sz])\w*,h[oô]pit\w+,institut\w*,schools?,colleges?,"
    "centers?,centres?,centro,faculty,faculdade,facultad,facult[eé],division,clinics?,cl[ií]nica,"
    r"clinique,klinik\w*,laborator\w+,unit,service de,servicio de,servi[cç]o de,section of,"
    r"academy,foundation,medical center,ospedale,krankenhaus,chu,inserm,üniversite\w*,"
    r"fak[uü]lte\w*,anabilim,uniwersytet\w*,szpital\w*,univerzit\w*,universid\w+,egyetem,"
    r"sveučilište\w*,univ,e-?mail,университет\w*,институт\w*,академи\w+,больниц\w+,кафедр\w+,"
    r"клиник\w+,фгб\w\w?,лікарн\w+,університет\w*,інститут\w*,trường đại học,bệnh viện,street,"
    r"p\.?o\.? box,correspond\w+,tel\.?,fax,hastanesi"
)
PLACES = tuple(_PLACES.split(","))
"""What an address names, as patterns."""
