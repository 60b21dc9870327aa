problem-receipt-nothing = Er is nog niets om terug te vinden
    .detail = U hebt nog geen stip gezet. Zet eerst een stip, dan krijgt u vijf woorden.
problem-receipt-brought = Dit zijn geen vijf woorden van ons
    .detail = Een bonnetje bestaat uit vijf woorden van de lijst. Vraag zonder woorden: dan krijgt u er vijf.
problem-receipt-taken = Deze vijf woorden zijn al van iemand anders
    .detail = Kies vijf andere woorden.
problem-receipt-words = Deze vijf woorden kennen we niet
    .detail = Kijk of alle vijf woorden kloppen, en of dit de goede bijeenkomst is.

receipts-done-title = Dank u wel
receipts-done-lead = Wat u vertelde is bewaard. Op deze tablet is er niets meer van te zien.
receipts-next = De volgende kan beginnen
receipts-words-title = Uw vijf woorden
receipts-words-what = Maak er een foto van, of schrijf ze op. Met deze woorden vindt u uw stippen terug: u kunt ze weghalen, en later lezen wat ermee is gedaan. Wij weten niet wie u bent: zonder deze woorden kunnen wij uw stippen niet terugvinden.
receipts-ask-title = Ik heb vijf woorden
receipts-ask-label = Uw vijf woorden
receipts-ask-button = Zoek mijn stippen
receipts-slip = ‘{ $word }’ is geen woord van ons. Kijk dit woord nog eens na.
receipts-slip-meant = ‘{ $word }’ is geen woord van ons. Bedoelt u { $meant }?
receipts-or = { " of " }
receipts-mended = We hebben het verbeterd. Klopt het zo? Druk dan nog eens op de knop.
receipts-wrong-count = { $n ->
        [0] Typ uw vijf woorden.
        [one] Dit is één woord. Het zijn er vijf.
       *[other] Dit zijn { $n } woorden. Het zijn er vijf.
    }
receipts-wrong = Deze vijf woorden kennen we niet. Kijk of alle vijf kloppen, en of dit de goede bijeenkomst is.
receipts-to-map = Naar de kaart
receipts-found-title = Uw stippen
receipts-none = Bij deze woorden zijn geen stippen (meer).
receipts-status-open = De bijeenkomst is nog bezig. U kunt uw stippen veranderen of weghalen.
receipts-status-closed = De bijeenkomst is gesloten. U kunt uw stippen nog weghalen.
receipts-status-released = De professionals hebben de kaart gekregen. Haalt u een stip weg, dan zijn de plek, uw woorden en foto’s meteen weg. De getallen op de kaart blijven zoals ze zijn: daaraan is niet te zien wie er meedeed of wegging.
receipts-feedback = Wat is ermee gedaan?
receipts-state-waits = De begeleider heeft dit nog niet bekeken. Anderen zien uw woorden niet.
receipts-state-approved = Anderen mogen uw woorden lezen.
receipts-state-hidden = Anderen zien uw woorden niet. De stip telt wel mee.
receipts-state-withdrawn = Weggehaald. De plek, uw woorden en foto’s zijn weg.
receipts-text = Uw woorden
receipts-save = Bewaar
receipts-saved = Uw stip is veranderd.
receipts-withdraw = Haal deze stip weg
receipts-withdraw-ask = Wilt u dit weghalen? Uw woorden en foto’s erbij zijn dan weg, en komen niet terug.
receipts-gone = Uw stip is weggehaald.
receipts-walk = Uw wandeling:
receipts-photo = Een foto van uw wandeling
receipts-photo-waits = De begeleider heeft deze foto nog niet bekeken. Anderen zien hem niet.
receipts-photo-approved = Anderen mogen deze foto zien.
receipts-photo-hidden = Anderen zien deze foto niet.
receipts-withdraw-photo = Haal deze foto weg
receipts-withdraw-walk = Haal de hele wandeling weg
receipts-leave = Klaar: sluit deze pagina
receipts-feedback-page = Lees alles wat ermee gebeurt
receipts-points = Het team legde uw woorden of foto bij dit punt:
