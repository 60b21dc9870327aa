unheard-title = Niet gehoord
unheard-lead = Niemand spreekt voor iedereen. Hier ziet u wie er waren en wie niet, over welke plekken niemand iets zei, en waar u mensen vindt. Zo plant u een volgend moment voor wie nog niet aan het woord was.
unheard-none = Er is nog geen bijeenkomst vrijgegeven. Daarna staat hier wie er waren.
unheard-counted =
    { $moments ->
        [one] Eén moment is vrijgegeven.
       *[other] { $moments } momenten zijn vrijgegeven.
    } { $counted ->
        [0] Bij geen enkel moment telde iemand hoe oud de mensen waren.
        [one] Bij één moment telde de begeleider ongeveer hoe oud de mensen waren.
       *[other] Bij { $counted } momenten telde de begeleider ongeveer hoe oud de mensen waren.
    }
unheard-percent = { $n }%
unheard-unknown = niet geteld
unheard-few = niemand, of per vrijgave minder dan { $k }
unheard-count =
    { $n ->
        [one] minstens { $n } mens
       *[other] minstens { $n } mensen
    }
unheard-share-of = { $share } ({ $count })
unheard-how-many = Hoeveel
unheard-ages = Leeftijd
unheard-ages-caption = Deel van de mensen, per leeftijd
unheard-was-there = { $who }: waren er
unheard-lives-there = { $who }: wonen er
unheard-no-figures = Er zijn nog geen cijfers over hoe oud de mensen in deze buurt zijn. Breng ze in bij Cijfers (bijvoorbeeld “Kerncijfers wijken en buurten” van het CBS, met inwoners per leeftijd). Dan staat hier ook wie er wonen.
unheard-ages-uncounted = Bij geen enkel moment is geteld hoe oud de mensen waren. Daarom is niet te zeggen wie er ontbrak. Vraag de begeleider om voortaan ongeveer te tellen.
unheard-ages-even = Van elke leeftijd was er minstens half zoveel als er wonen.
unheard-ages-missed = Minder dan half zoveel als er wonen: { $who }. Vraag hen ook, op een plek waar zij al komen.
unheard-ages-how = Bij elke vrijgave is één keer geteld, per leeftijd, en naar beneden afgerond op een veelvoud van { $k }. Waren er van een leeftijd minder dan { $k }, dan tellen zij niet mee. Zo is niemand te herkennen. Een volgende vrijgave komt erbij. Naar rol, groep of plek worden mensen niet geteld: dat zijn dezelfde mensen nog een keer.
unheard-ages-from = Wie er wonen: { $area }, { $source }. De groepen van de cijfers zijn anders dan die van de telling; er is gerekend alsof elk levensjaar binnen een groep even groot is.
unheard-how = Hoe vaak, hoe en waar is gevraagd
unheard-what = Wie of wat
unheard-times = Keer
unheard-last = Laatste dag
unheard-groups = Groepen
unheard-groups-none = Bij geen enkel moment is een groep genoemd.
unheard-methods = Manieren van vragen
unheard-methods-none = Nog geen.
unheard-places = Vindplaatsen
unheard-places-none = Bij geen enkel moment is een vindplaats genoemd.
unheard-times-caption = Waarover mensen iets zeiden: moment van de dag
unheard-often = Al vaak gevraagd: { $groups }. Vraag mensen niet steeds opnieuw. Laat eerst zien wat er met hun antwoorden is gedaan.
unheard-often-badge = al vaak gevraagd
unheard-parts = Waar niemand iets over zei
unheard-parts-none = Over elk deel van de buurt zeiden genoeg mensen iets.
unheard-parts-share = Over { $share } van de buurt zei niemand iets, of bijna niemand. De grootste stukken hebben een nummer.
unheard-parts-lead = De grootste stukken hebben een nummer.
unheard-map =
    { $n ->
        [0] Kaart: er is geen stuk van de buurt waar niemand iets over zei.
        [one] Kaart van de buurt met één stuk waar niemand iets over zei. Ernaast staat dat stuk in woorden.
       *[other] Kaart van de buurt met { $n } stukken waar niemand iets over zei. Ernaast staan die stukken in woorden.
    }
unheard-map-caption = Kruisjes: niemand zei hier iets over, of bijna niemand. Stippen: plekken waar u mensen vindt.
unheard-size = ongeveer { $ha } hectare
unheard-finds-none = Dichtbij is geen school, moskee, kerk, winkel of speeltuin. Ga langs de deuren, of vraag in de trappenhuizen.
unheard-inside = in dit stuk
unheard-away = op { $m } meter
unheard-before =
    { $n ->
        [one] daar is al één keer gevraagd
       *[other] daar is al { $n } keer gevraagd
    }
unheard-plan = Plan hier een moment
unheard-plan-at = Plan een moment bij { $place }
unheard-coming = Al gepland, bezig of gesloten
unheard-coming-lead = Dit ziet alleen wie de momenten voorbereidt. Kijk hier eerst, zodat u niemand dubbel vraagt.
unheard-coming-none = Er is niets gepland.
unheard-kind-school = school
unheard-kind-mosque = moskee
unheard-kind-church = kerk
unheard-kind-worship = gebedshuis
unheard-kind-community = buurthuis
unheard-kind-library = bibliotheek
unheard-kind-playground = speeltuin
unheard-kind-market = markt
unheard-kind-shop = winkel
unheard-kind-cafe = café of eethuis
unheard-kind-sport = sport
