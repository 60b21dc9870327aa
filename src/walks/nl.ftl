# Fotowandelingen: een lijn met foto’s.

walks-wrong-title-empty = Geef de wandeling een naam.
walks-wrong-title-long = De naam is te lang: er passen hoogstens 200 tekens.
walks-wrong-title-nul = In de naam staat een teken dat niet kan. Typ de naam opnieuw.
walks-wrong-half-a-place = Een plek heeft twee getallen: lon en lat. Stuur ze allebei, of geen van beide.
walks-wrong-number = Dit is geen getal.
walks-wrong-at = De volgorde is een heel getal van 0 tot en met 1000000.
walks-wrong-flag = Kies 1 (ja) of 0 (nee).

problem-walk-wrong = Er klopt iets niet
    .detail = Kijk bij de velden wat er anders moet. Er is niets bewaard, en wat u eerder stuurde is er nog.
problem-walk-id = Dit nummer kan niet
    .detail = Het nummer van een wandeling of foto is een willekeurige UUID (versie 4). Er is niets bewaard.
problem-walk-conflict = Deze wandeling is er al, met andere inhoud
    .detail = De eerste is bewaard zoals zij was. Begin een nieuwe wandeling voor iets anders.
problem-no-walk = Deze wandeling is er niet
    .detail = Er is geen wandeling met dit nummer in deze bijeenkomst.
problem-not-own-walk = Dit is niet uw wandeling
    .detail = U kunt alleen uw eigen wandeling aanvullen of weghalen. Er is niets veranderd.
problem-walk-gone = Deze wandeling is weggehaald
    .detail = Wat weg is, komt niet terug. Begin een nieuwe wandeling.
problem-walk-no-gpx = Dit is geen GPX-bestand
    .detail = De route moet een GPX-bestand zijn, uit een app of apparaat dat uw wandeling opnam. Uw foto’s zijn bewaard. Kies een ander bestand, of zet de foto’s zelf op de kaart.
problem-walk-track-too-large = De route is te groot
    .detail = Een GPX-bestand mag hoogstens 10 MB en 100.000 punten hebben. Uw foto’s zijn bewaard. Kies een bestand van één wandeling.
problem-walk-track-broken = De route is beschadigd
    .detail = Wij kunnen dit GPX-bestand niet lezen. Uw foto’s zijn bewaard. Maak het bestand opnieuw in uw app, of zet de foto’s zelf op de kaart.
problem-walk-track-empty = Er staat geen route in dit bestand
    .detail = Het GPX-bestand heeft geen lijn. Uw foto’s zijn bewaard. Kies een ander bestand, of zet de foto’s zelf op de kaart.
problem-walk-track-elsewhere = Deze route is ergens anders
    .detail = Geen stuk van de route ligt in de buurt van deze bijeenkomst. Er is niets van de route bewaard; uw foto’s zijn er nog. Kies een ander bestand.
problem-walk-too-many = Er staan al { $most } foto’s bij deze wandeling
    .detail = Meer foto’s kunnen er niet bij. Begin een nieuwe wandeling voor de rest.
problem-walk-too-many-matter = U koos al { $most } foto’s als de belangrijkste
    .detail = Deze foto is niet bewaard. Haal bij een andere foto het vinkje weg, en stuur deze opnieuw.
