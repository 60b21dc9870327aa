# Cijfers van elders: per gebied, per vierkant of per punt.

problem-figures-too-large = Dit bestand is te groot
    .detail = Er past hoogstens { $mb } MB. Haal er kolommen of rijen uit die u niet nodig hebt. Er is niets bewaard.
problem-figures-file = Met dit bestand klopt iets niet
    .detail = Er is niets veranderd. Hieronder staat wat er is.
problem-figures-wrong = Er klopt iets niet
    .detail = Er is niets bewaard. Ga terug en kijk bij de velden.
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
indicators-told-elsewhere = { $n } gebieden liggen in andere gemeenten.
indicators-told-far = { $n } vierkanten of punten liggen ver van uw buurten. Die worden niet bewaard.
indicators-told-no-place = { $n } rijen hebben geen plek in Nederland.
indicators-told-not-asked = { $n } rijen gaan over iets anders dan u koos.
indicators-told-ragged = { $n } rijen hebben meer of minder vakken dan de kop. Wat ontbreekt, blijft leeg.
indicators-told-again = { $n } rijen staan er twee keer in, met dezelfde cijfers. Die tellen één keer.
indicators-told-formulas = In { $n } vakken staat een formule. Die wordt niet uitgerekend.
indicators-told-secret = { $n } cijfers zijn geheim: ze gaan over te weinig mensen.
indicators-told-unreadable = In { $n } vakken staat geen getal. Die blijven leeg.
indicators-told-code-empty = { $n } rijen hebben geen code.
indicators-told-code-zeros = { $n } codes missen de nullen vooraan: { $names }. Zet de kolom in uw programma op tekst en sla het bestand opnieuw op.
indicators-told-code-large = { $n } rijen gaan over een land of provincie. Die worden niet gebruikt.
indicators-told-code-unknown = { $n } codes zijn niet bekend: { $names }.
indicators-told-doubled = { $n } gebieden staan er meer dan één keer in, met andere cijfers: { $names }. Geen daarvan wordt gebruikt. Kies één jaar of één groep.
indicators-told-moved = { $n } gebieden hebben in het bestand een andere grens dan de buurt hier (zoveel is hetzelfde): { $names }. Die worden niet gebruikt.
indicators-told-square = De vierkanten zijn { $n } bij { $n } meter.
indicators-told-encoding = De tekst is gelezen als { $name }.
indicators-told-heads = De eerste { $n } rijen zijn samen de kop.
indicators-secret-rule = Een cijfer dat over minder dan vijf mensen gaat, laten we niet zien en bewaren we niet. Een aantal van 1 tot en met 4 mensen is geheim. Zegt het bestand over hoeveel mensen een rij gaat, en zijn het er minder dan tien, dan is de hele rij geheim. Dat geldt ook voor een percentage dat op 1 tot en met 4 mensen neerkomt, of dat er 1 tot en met 4 overlaat. Een aantal dingen, zoals bomen of meldingen, gaat niet over mensen.
