dossier-title = Verdiepingsdossier { $traject }
dossier-kind = Verdiepingsdossier
dossier-cover = Waar dit dossier over gaat
dossier-question = De vraag aan bewoners: { $question }
dossier-moments =
    { $n ->
        [0] Er is nog geen bijeenkomst vrijgegeven.
        [one] Gemaakt uit één vrijgegeven bijeenkomst.
       *[other] Gemaakt uit { $n } vrijgegeven bijeenkomsten.
    }
dossier-day = Stand van { $day }.
dossier-for-whom = Alleen voor wie in dit traject meewerkt. Hierin staan cijfers en aantekeningen die niet voor iedereen zijn.
dossier-print = Druk af, of bewaar als pdf
dossier-files = Of neem de lagen mee als bestand
dossier-contents = Inhoud
dossier-sterk = Wat sterk is
dossier-themas = Thema’s
dossier-tegenspraak = Waar bewoners en cijfers elkaar tegenspreken
dossier-compared-none = Bewoners en cijfers spreken elkaar nergens tegen, of er zijn nog geen cijfers om naast te leggen.
dossier-compared-lead = Bewoners naast cijfers, per thema en deel van de buurt. Het programma doet een voorstel met een vaste regel; het team zegt wat klopt, en waarom.
dossier-compared-caption = Tegenspraak per thema en deel
dossier-compared-team = Wat het team zegt
dossier-compared-proposal = voorstel van het programma, nog niet bekeken
dossier-compared-quiet = Waar een van de twee zwijgt
dossier-compared-quiet-row = { $theme }, { $part }: { $verdict }
dossier-coming = Wat eraan komt
dossier-aannames = Aannames
dossier-niet-gehoord = Wie niet gehoord is
dossier-agenda = Agenda
dossier-verantwoording = Hoe dit is gemaakt
dossier-strong-lead = Eerst wat er al is: mensen, groepen en plekken die de buurt sterk maken. Daarna, ernaast, wat beter kan.
dossier-themes-none = Er is nog geen thema waarvan iets te tonen is.
dossier-walks =
    { $walks ->
        [one] Ook op een fotowandeling: { $n } foto’s over dit thema.
       *[other] Ook op { $walks } fotowandelingen: { $n } foto’s over dit thema.
    }
dossier-figures = Cijfers bij { $theme }
dossier-map = Kaart: { $layer }. { $rests }. { $places }
dossier-most = Straten en plekken met de meeste antwoorden: { $layer }
dossier-answers = Antwoorden
dossier-more =
    { $n ->
        [one] En nog één tekst of foto. U vindt die op de pagina van dit thema, en in de bestanden bij Meenemen.
       *[other] En nog { $n } teksten of foto’s. U vindt ze op de pagina van dit thema, en in de bestanden bij Meenemen.
    }
dossier-more-rest =
    { $n ->
        [one] En nog één tekst of foto zonder thema. U vindt die bij de kaart, en in de bestanden bij Meenemen.
       *[other] En nog { $n } teksten of foto’s zonder thema. U vindt ze bij de kaart, en in de bestanden bij Meenemen.
    }
dossier-assumptions-none = Er zijn geen aannames opgeschreven.
dossier-assumed = Wat wij dachten
dossier-turned-out = Hoe het bleek
dossier-evidence = Waar dat op rust
dossier-agenda-none = Er is nog niets afgesproken.
dossier-agenda-map = Kaart met de afspraken. { $points }
dossier-agenda-number = Nr.
dossier-agenda-what = Wat
dossier-agenda-where = Waar
dossier-agenda-when = Wanneer
dossier-agenda-who = Wie
dossier-agenda-status = Stand
dossier-quick-win = snel te zien
dossier-rests = Rust op: { $evidence }
dossier-unheard-lead = Niemand spreekt voor iedereen. Dit is wie er waren, en waar niemand iets over zei.
dossier-made = Hoe de kaarten zijn gemaakt
dossier-sources = Waar de cijfers vandaan komen
dossier-mind = Een kaart laat zien waar mensen iets over zeiden, niet hoe het daar is. Waar niemand iets zei, is niet alles goed en niet alles slecht. Gebruik nooit een kaart van wat beter kan zonder die van wat sterk is.
