assumptions-title = Aannames
assumptions-lead = Wat denken wij als professionals over deze buurt? Schrijf het op, leg er bewijs bij en kijk of het klopt.
assumptions-none = Er is nog niets opgeschreven.
assumptions-new = Schrijf een aanname op
assumptions-add = Schrijf op
assumptions-words-hint = Eén ding tegelijk, in een hele zin. Bijvoorbeeld: ouderen durven ’s avonds niet over het plein. Bewoners zien dit niet. Noem geen namen.
assumptions-field-words = Wat wij denken
assumptions-field-theme = Thema
assumptions-field-verdict = Klopt het?
assumptions-field-because = Waarom?
assumptions-field-evidence = Bewijs
assumptions-because-hint = Eén zin. Noem waar u het aan ziet.
assumptions-judge = Leg het naast wat bewoners zeiden
assumptions-judge-later = Of dit klopt, bekijkt u straks: als de kaarten van bewoners open zijn.
assumptions-judged = Laatst beoordeeld door { $who }
assumptions-verdict-bevestigd = Bevestigd
assumptions-verdict-genuanceerd = Genuanceerd
assumptions-verdict-weersproken = Weersproken
assumptions-verdict-weten-we-nog-niet = Weten we nog niet
assumptions-verdict-none = Nog niet bekeken
assumptions-before = geschreven vóór de kaarten open waren
assumptions-rests =
    { $n ->
        [0] nog geen bewijs
        [one] { $n } stuk bewijs
       *[other] { $n } stukken bewijs
    }
assumptions-is-removed = Deze aanname is weggehaald. Verander en bewaar haar om haar terug te zetten.
assumptions-remove-late = Iemand anders heeft dit net veranderd. Lees het eerst. Haal het daarna weg als u dat nog wilt.
assumptions-closed-title = De kaarten van bewoners zijn nog dicht
assumptions-closed-lead = Schrijf eerst samen op wat u verwacht. Zo ziet u straks beter waar bewoners iets anders zeggen. Is het team klaar? Dan drukt één van u op ‘Wij zijn klaar’. Daarna zijn kaarten, bestanden en citaten open voor het hele team.
assumptions-ready = Wij zijn klaar
assumptions-open-title = Zijn wij klaar?
assumptions-open-count =
    { $n ->
        [one] Er staat { $n } aanname.
       *[other] Er staan { $n } aannames.
    }
assumptions-open-lead = Spreek dit af met het hele team. Na deze knop kan iedereen in het team zien wat bewoners zeiden. Uw naam en het tijdstip worden bewaard.
assumptions-open-forever = Dit kan niet terug: wat u hebt gezien, kunt u niet vergeten.
assumptions-open-already = De kaarten zijn al open.
assumptions-opened = De kaarten van bewoners zijn open.
assumptions-opened-by = Het team was klaar volgens { $who }. Toen gingen de kaarten van bewoners open.
assumptions-wrong-words = Schrijf op wat u denkt.
assumptions-wrong-long = Dit is te lang. Gebruik hooguit 1000 tekens.
assumptions-wrong-because = Schrijf in één zin waarom.
problem-no-assumption = Deze aanname is er niet
    .detail = Kijk of de link heel is. Er is niets veranderd.
problem-assumptions-too-soon = Er is nog niets opgeschreven
    .detail = Schrijf eerst ten minste één aanname op. Daarna kunnen de kaarten open.
