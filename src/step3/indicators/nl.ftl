# Cijfers van elders: per gebied, per vierkant of per punt.

problem-figures-too-large = Dit bestand is te groot
    .detail = Er past niet meer dan { $mb } MB. Haal er kolommen of rijen uit die u niet nodig hebt. Er is niets bewaard.
problem-figures-file = Met dit bestand klopt iets niet
    .detail = Er is niets veranderd. Hieronder staat wat er is.
problem-figures-wrong = Er klopt iets niet
    .detail = Er is niets bewaard. Ga terug en kijk bij de velden.
problem-figures-busy = Er worden te veel bestanden tegelijk bekeken
    .detail = Er is niets bewaard. Probeer het over tien minuten opnieuw, of vraag collega’s om hun bestand te bewaren.
problem-no-figures = Deze cijfers zijn er niet
    .detail = Misschien zijn ze weggehaald. Een bestand dat u alleen bekeek, blijft een dag staan.
problem-figures-of-all = Deze cijfers zijn van alle trajecten
    .detail = Alleen de beheerder kan ze veranderen of weghalen. Er is niets veranderd.
problem-figures-changed = Iemand anders was u voor
    .detail = Deze cijfers zijn intussen veranderd. Er is niets van u bewaard. Ga terug, ververs de pagina en kijk wat er nu staat.

indicators-wrong-source = Vul in wie de cijfers heeft gemaakt.
indicators-wrong-year = Vul het jaar in waar de cijfers over gaan, met vier cijfers.
indicators-wrong-name = Elk cijfer heeft een naam nodig.
indicators-wrong-long = Een tekst is te lang, of er staat een teken in dat niet kan.

indicators-told-more = { $names } en nog { $n }
indicators-told-file =
    { $rows ->
        [one] { $format } met 1 rij. { $used ->
            [one] Die
           *[other] Geen
        } kan worden gebruikt.
       *[other] { $format } met { $rows } rijen. Daarvan kunnen er { $used } worden gebruikt.
    }
indicators-told-match-buurt =
    { $n ->
        [one] Voor { $n } buurt is er een eigen cijfer: { $names }.
       *[other] Voor { $n } buurten is er een eigen cijfer: { $names }.
    }
indicators-told-match-wijk =
    { $n ->
        [one] Voor { $n } buurt is er alleen een cijfer van de wijk: { $names }.
       *[other] Voor { $n } buurten is er alleen een cijfer van de wijk: { $names }.
    }
indicators-told-match-gemeente =
    { $n ->
        [one] Voor { $n } buurt is er alleen een cijfer van de gemeente: { $names }.
       *[other] Voor { $n } buurten is er alleen een cijfer van de gemeente: { $names }.
    }
indicators-told-match-none =
    { $n ->
        [one] Voor { $n } buurt staat er niets in: { $names }.
       *[other] Voor { $n } buurten staat er niets in: { $names }.
    }
indicators-told-strangers =
    { $n ->
        [one] { $n } gebied in uw gemeente heeft een code die bij geen van uw buurten past: { $names }. Misschien is het van een andere indeling.
       *[other] { $n } gebieden in uw gemeente hebben een code die bij geen van uw buurten past: { $names }. Misschien zijn ze van een andere indeling.
    }
indicators-told-elsewhere =
    { $n ->
        [one] { $n } gebied ligt in een andere gemeente.
       *[other] { $n } gebieden liggen in andere gemeenten.
    }
indicators-told-far =
    { $n ->
        [one] { $n } vierkant of punt ligt ver van uw buurten. Dat wordt niet bewaard.
       *[other] { $n } vierkanten of punten liggen ver van uw buurten. Die worden niet bewaard.
    }
indicators-told-no-place =
    { $n ->
        [one] { $n } rij heeft geen plek in Nederland.
       *[other] { $n } rijen hebben geen plek in Nederland.
    }
indicators-told-several =
    { $n ->
        [one] { $n } rij heeft meer dan één plek. Die wordt niet bewaard.
       *[other] { $n } rijen hebben meer dan één plek. Die worden niet bewaard.
    }
indicators-told-not-asked =
    { $n ->
        [one] { $n } rij gaat over iets anders dan u koos.
       *[other] { $n } rijen gaan over iets anders dan u koos.
    }
indicators-told-same =
    { $n ->
        [one] In deze kolom staat in elke rij hetzelfde getal: { $names }. Zij doet niet vanzelf mee.
       *[other] In { $n } kolommen staat in elke rij hetzelfde getal: { $names }. Zij doen niet vanzelf mee.
    }
indicators-told-ragged =
    { $n ->
        [one] { $n } rij heeft meer of minder vakken dan de kop. Wat ontbreekt, blijft leeg.
       *[other] { $n } rijen hebben meer of minder vakken dan de kop. Wat ontbreekt, blijft leeg.
    }
indicators-told-again =
    { $n ->
        [one] { $n } rij staat er twee keer in, met dezelfde cijfers. Die telt één keer.
       *[other] { $n } rijen staan er twee keer in, met dezelfde cijfers. Die tellen één keer.
    }
indicators-told-formulas =
    { $n ->
        [one] In { $n } vak staat een formule. Die wordt niet uitgerekend.
       *[other] In { $n } vakken staat een formule. Die wordt niet uitgerekend.
    }
indicators-told-secret =
    { $n ->
        [one] { $n } cijfer laten we niet zien: het staat in het bestand als geheim of onzeker, of het gaat over te weinig mensen.
       *[other] { $n } cijfers laten we niet zien: ze staan in het bestand als geheim of onzeker, of ze gaan over te weinig mensen.
    }
indicators-told-baseless =
    { $n ->
        [one] Van { $n } rij is niet bekend of geheim over hoeveel mensen zij gaat. Percentages, gemiddelden en kleine aantallen van die rij laten we niet zien.
       *[other] Van { $n } rijen is niet bekend of geheim over hoeveel mensen ze gaan. Percentages, gemiddelden en kleine aantallen van die rijen laten we niet zien.
    }
indicators-told-unreadable =
    { $n ->
        [one] In { $n } vak staat geen getal. Dat blijft leeg.
       *[other] In { $n } vakken staat geen getal. Die blijven leeg.
    }
indicators-told-above =
    { $n ->
        [one] { $n } percentage is hoger dan 100. Kijk of er geen komma is weggevallen.
       *[other] { $n } percentages zijn hoger dan 100. Kijk of er geen komma is weggevallen.
    }
indicators-told-dates =
    { $n ->
        [one] In { $n } vak tussen de getallen staat een datum ({ $names }). Misschien maakte Excel die van een getal. Het vak blijft leeg: zet het getal in uw bestand goed en kies het bestand opnieuw.
       *[other] In { $n } vakken tussen de getallen staat een datum ({ $names }). Misschien maakte Excel die van getallen. De vakken blijven leeg: zet de getallen in uw bestand goed en kies het bestand opnieuw.
    }
indicators-told-nested =
    { $n ->
        [one] In dit veld staan meer waarden bij elkaar (een lijst of een groep): { $names }. Het komt niet binnen. Geef elke waarde een eigen veld, en kies het bestand opnieuw.
       *[other] In deze velden staan meer waarden bij elkaar (een lijst of een groep): { $names }. Ze komen niet binnen. Geef elke waarde een eigen veld, en kies het bestand opnieuw.
    }
indicators-told-page =
    { $n ->
        [one] Dit bestand is één bladzijde van meer: { $n } onderdeel staat op een andere bladzijde en ontbreekt hier. Haal alle bladzijden op en zet alles in één bestand.
       *[other] Dit bestand is één bladzijde van meer: { $n } onderdelen staan op andere bladzijden en ontbreken hier. Haal alle bladzijden op en zet alles in één bestand.
    }
indicators-told-page-unsaid = Dit bestand is één bladzijde van meer. Hoeveel er ontbreekt, staat er niet bij. Haal alle bladzijden op en zet alles in één bestand.
indicators-told-unfinished = Dit bestand is misschien nog open in een ander programma. De laatste wijzigingen kunnen dan ontbreken. Sluit het daar, en kies het bestand opnieuw.
indicators-told-code-empty =
    { $n ->
        [one] { $n } rij heeft geen code.
       *[other] { $n } rijen hebben geen code.
    }
indicators-told-code-zeros =
    { $n ->
        [one] { $n } code mist de nullen vooraan: { $names }. Zet de kolom in uw programma op tekst en sla het bestand opnieuw op.
       *[other] { $n } codes missen de nullen vooraan: { $names }. Zet de kolom in uw programma op tekst en sla het bestand opnieuw op.
    }
indicators-told-code-large =
    { $n ->
        [one] { $n } rij gaat over een land of provincie. Die wordt niet gebruikt.
       *[other] { $n } rijen gaan over een land of provincie. Die worden niet gebruikt.
    }
indicators-told-code-unknown =
    { $n ->
        [one] { $n } code is niet bekend: { $names }.
       *[other] { $n } codes zijn niet bekend: { $names }.
    }
indicators-told-doubled =
    { $n ->
        [one] { $n } gebied staat er meer dan één keer in, met andere cijfers: { $names }. Geen daarvan wordt gebruikt. Kies één jaar of één groep.
       *[other] { $n } gebieden staan er meer dan één keer in, met andere cijfers: { $names }. Geen daarvan wordt gebruikt. Kies één jaar of één groep.
    }
indicators-told-moved =
    { $n ->
        [one] { $n } gebied heeft in het bestand een andere grens dan de buurt hier (zoveel is hetzelfde): { $names }. Dat wordt niet gebruikt.
       *[other] { $n } gebieden hebben in het bestand een andere grens dan de buurt hier (zoveel is hetzelfde): { $names }. Die worden niet gebruikt.
    }
indicators-told-square = De vierkanten zijn { $n } bij { $n } meter.
indicators-told-encoding = De tekst is gelezen als { $name }.
indicators-told-heads = De eerste { $n } rijen zijn samen de kop.
indicators-secret-rule = Een cijfer dat over minder dan vijf mensen gaat, laten we niet zien en bewaren we niet. Een aantal van 1 tot en met 4 mensen is geheim. Zegt het bestand over hoeveel mensen een rij gaat, en zijn het er minder dan tien, dan is de hele rij geheim. Dat geldt ook voor een percentage dat op 1 tot en met 4 mensen neerkomt, of dat er 1 tot en met 4 overlaat. Is het aantal mensen van een rij geheim of niet bekend, dan zijn haar percentages en gemiddelden dat ook. Een aantal dingen, zoals bomen of meldingen, gaat niet over mensen.

indicators-title = Cijfers
indicators-lead = Cijfers van anderen over deze buurt, om naast de kaarten van bewoners te leggen. Alleen het team ziet ze, tenzij u zegt dat ze openbaar zijn.
indicators-none = Er zijn nog geen cijfers. Begin met een tabel van het CBS, de GGD of uw gemeente.
indicators-new = Cijfers toevoegen
indicators-new-lead = Kies een bestand. U ziet eerst wat erin staat en wat bij uw buurten past. Er wordt nog niets bewaard.
indicators-new-safe = Het bestand blijft een dag staan terwijl u kijkt. Daarna gooien we het weg.
indicators-file = Bestand
indicators-file-hint = CSV, GeoJSON of GeoPackage, niet meer dan 100 MB. Een werkblad slaat u eerst op als CSV.
indicators-as = Welke tabel is het?
indicators-as-hint = Van deze tabellen weten we al wat de kolommen betekenen. U kunt alles nog veranderen.
indicators-as-none = een andere tabel
indicators-look = Kijk wat erin staat
indicators-wrong-no-file = Kies eerst een bestand.
indicators-preview-title = Kijk eerst, bewaar dan
indicators-preview-lead = Er is nog niets bewaard. Klopt wat hier staat?
indicators-found = Wat we vonden
indicators-matches = Wat er voor elke buurt is
indicators-buurt = Buurt
indicators-code = Code
indicators-has = Cijfers van
indicators-level-buurt = de buurt zelf
indicators-level-wijk = alleen de wijk eromheen
indicators-level-gemeente = alleen de gemeente
indicators-level-none = niets
indicators-strangers =
    { $n ->
        [one] { $n } gebied dat bij geen van uw buurten past
       *[other] { $n } gebieden die bij geen van uw buurten passen
    }
indicators-strangers-why = We raden niet welke buurt dit nu is. Codes en grenzen veranderen; een oude buurt kan over twee nieuwe liggen.
indicators-and-more = en nog { $n }
indicators-columns = Kolommen van het bestand
indicators-columns-n = Alle { $n } kolommen
indicators-column = Kolom
indicators-column-what = Wat erin staat
indicators-column-examples = Voorbeelden
indicators-column-rest = Geen getal
indicators-column-number = getallen
indicators-column-words = woorden
indicators-column-marks = { $missing } leeg, { $secret } geheim, { $words } tekst
indicators-itself = vanzelf
indicators-again = Klopt er iets niet? Zeg hoe we het moeten lezen
indicators-again-button = Kijk opnieuw
indicators-area-field = Kolom met de code van het gebied
indicators-name-field = Kolom met de naam van het gebied
indicators-base-field = Kolom die zegt over hoeveel mensen een rij gaat
indicators-shape = Een rij is
indicators-shape-area = een gebied (buurt, wijk, gemeente)
indicators-shape-square = een vierkant
indicators-shape-point = een punt
indicators-crs = De plekken staan in
indicators-crs-wgs = graden (WGS84)
indicators-crs-rd = meters (RD)
indicators-decimal = Een half is geschreven als
indicators-decimal-comma = 0,5
indicators-decimal-point = 0.5
indicators-separator = Tussen de kolommen staat
indicators-separator-semicolon = puntkomma
indicators-separator-comma = komma
indicators-separator-tab = tab
indicators-separator-bar = streep
indicators-header-rows = Zoveel rijen zijn de kop
indicators-square = Een vierkant is
indicators-square-100 = 100 bij 100 meter
indicators-square-500 = 500 bij 500 meter
indicators-category-field = Kolom met de soort van een punt
indicators-x-field = Kolom met lengte of RD x
indicators-y-field = Kolom met breedte of RD y
indicators-layer = Laag van het GeoPackage
indicators-only-field = Alleen rijen waar deze kolom
indicators-only-value = deze waarde heeft
indicators-keep = Wat wilt u bewaren?
indicators-keep-lead = Zet een vinkje bij de kolommen die u nodig hebt, en kijk of naam, eenheid en thema kloppen.
indicators-keep-point = Elke rij is een punt op de kaart. Geef de punten een naam.
indicators-keep-button = Bewaar deze cijfers
indicators-stray = In deze kolom staat ook tekst, zoals “{ $text }”. Die vakken blijven leeg.
indicators-about = Over alle cijfers in dit bestand
indicators-name = Naam
indicators-unit = Eenheid
indicators-domain = Thema
indicators-better = Wat is beter?
indicators-better-meer = meer is beter
indicators-better-minder = minder is beter
indicators-better-geen = geen van beide
indicators-counts = Wat is het getal?
indicators-counts-deel = een deel, gemiddelde of score
indicators-counts-mensen = een aantal mensen
indicators-counts-dingen = een aantal dingen of meldingen
indicators-source = Wie maakte de cijfers?
indicators-year = Over welk jaar?
indicators-licence = Licentie
indicators-caveat = Wat moet iemand weten die ze leest?
indicators-caveat-hint = Bijvoorbeeld: een signaal, geen oorzaak.
indicators-public = Bewoners mogen deze cijfers ook zien
indicators-is-public = openbaar
indicators-not-public = alleen voor het team
indicators-of-all = voor alle trajecten
indicators-of-all-lead = Deze cijfers zijn er voor alle trajecten. Alleen de beheerder kan ze veranderen of weghalen.
indicators-n =
    { $n ->
        [one] { $n } cijfer
       *[other] { $n } cijfers
    }
indicators-figures = Cijfers van dichtbij naar ver weg
indicators-buurten = Buurt
indicators-wijk = Wijk
indicators-gemeente = Gemeente
indicators-do = Wat u kunt doen
indicators-secret = geheim
indicators-nothing = –
indicators-in-area = { $n } in het gebied
indicators-by-command = de beheerder
indicators-made = Toegevoegd op { $day } door { $who }, uit { $file }.
indicators-change-about = Verander bron, jaar of wie het mag zien
indicators-save = Bewaar
indicators-remove = Haal al deze cijfers weg
indicators-remove-lead = Ze verdwijnen uit alle lijsten en niemand kan ze nog kiezen. Waar een aanname of afspraak op deze cijfers rust, blijft dat cijfer daar te lezen.
indicators-remove-button = Haal ze weg
indicators-withdraw = Haal weg
indicators-withdraw-of = Haal { $name } weg
indicators-resting-title = Hier rust iets op
indicators-resting-lead =
    { $n ->
        [one] Op { $name } rust wat het team opschreef:
       *[other] Op { $name } rust { $n } keer iets dat het team opschreef:
    }
indicators-resting-after = Haalt u de cijfers weg, dan kan niemand ze nog kiezen. Bij wat hierboven staat blijft te lezen wat ze zeiden.
indicators-resting-keep = Laat ze staan
indicators-resting-sure = Haal ze toch weg
indicators-edit = Pas aan
indicators-edit-of = Pas { $name } aan
indicators-edit-title = Cijfer aanpassen
indicators-edit-column = Kolom in het bestand: { $column }
indicators-edit-second = Iemand anders heeft dit cijfer intussen veranderd. Uw woorden staan hieronder nog. Kijk wat er nu staat en kies: bewaar uw woorden, of ga terug.
indicators-edit-stands = Nu staat er: { $name }, { $unit }, { $theme }, { $better }.
