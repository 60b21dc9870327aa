buurt-title = Buurten
buurt-none = Er is nog geen buurt. Haal hieronder de eerste binnen.
buurt-count = { $n ->
    [one] 1 buurt
   *[other] { $n } buurten
}
buurt-name = Naam
buurt-code = Code
buurt-map = Kaart van
buurt-map-none = alleen de grens
buurt-used = Gebruikt
buurt-used-by = { $n ->
    [0] nog niet
    [one] in 1 traject
   *[other] in { $n } trajecten
}
buurt-add-title = Buurten binnenhalen
buurt-add-lead = Een buurt die er al is, krijgt de nieuwe grens. De kaart die er is, blijft als u geen bestand van OpenStreetMap kiest. Stippen blijven waar ze staan.
buurt-boundary = Bestand met grenzen
buurt-boundary-hint = GeoJSON of GeoPackage van het CBS, PDOK of de gemeente, in lengte en breedte (WGS84) of in het RD-stelsel. Hooguit 40 MB.
buurt-code-field = Veld met de code
buurt-code-field-hint = Mag leeg: gebruikelijke namen worden vanzelf gevonden.
buurt-name-field = Veld met de naam
buurt-name-field-hint = Mag leeg, net zo.
buurt-layer = Laag
buurt-layer-hint = Alleen voor een GeoPackage met meer lagen. Leeg: de laag met buurten.
buurt-one = Code van de buurt
buurt-one-hint = Leeg: alle buurten uit het bestand.
buurt-osm = Kaart uit OpenStreetMap
buurt-osm-hint = Een bestand .osm.pbf, hooguit 100 MB. Zonder dit bestand is er alleen de grens. Grotere bestanden: buurtblik buurt import.
buurt-replace-map = Haal de kaart weg die een buurt al heeft, ook als er geen nieuwe voor in de plaats komt.
buurt-kept = { $n ->
    [one] De kaart die er al was, is gebleven van { $names }. Er was geen nieuwe, of bijna niets.
   *[other] De kaart die er al was, is gebleven van { $n } buurten: { $names }. Er was geen nieuwe, of bijna niets.
}
buurt-moved = { $n ->
    [one] De grens van { $names } is veranderd. Aan de rand kan de kaart nu leeg zijn: haal de buurt dan nog eens binnen met een bestand van OpenStreetMap.
   *[other] De grens van { $n } buurten is veranderd: { $names }. Aan de rand kan de kaart nu leeg zijn: haal ze dan nog eens binnen met een bestand van OpenStreetMap.
}
buurt-page = { $n ->
    [one] Dit bestand is één bladzijde van meer: er ontbreekt nog 1 grens. Haal ook de andere bladzijden op.
   *[other] Dit bestand is één bladzijde van meer: er ontbreken nog { $n } grenzen. Haal ook de andere bladzijden op.
}
buurt-page-unsaid = Dit bestand is één bladzijde van meer. Haal ook de andere bladzijden op.
buurt-add = Haal binnen
buurt-imported = { $n ->
    [one] 1 buurt is binnengehaald, met { $shapes } vormen op de kaart.
   *[other] { $n } buurten zijn binnengehaald, met { $shapes } vormen op de kaart.
}
buurt-refused = Er is niets veranderd.
problem-buurt-import = Dit bestand kan niet worden binnengehaald
    .detail = Er is niets veranderd. Kies het bestand opnieuw; wat u verder invulde, staat er nog.
