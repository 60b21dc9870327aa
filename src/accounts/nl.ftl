problem-not-signed-in = Meld u eerst aan
    .detail = Open de link die u van de beheerder kreeg, of vraag een nieuwe.
problem-forbidden = Dit is niet voor u te zien
    .detail = Uw rol of uw traject past hier niet bij. Vraag de beheerder als dat niet klopt.
problem-login-link = Deze link werkt niet meer
    .detail = Een aanmeldlink werkt één keer en 24 uur lang. Vraag de beheerder een nieuwe.

accounts-login-title = Aanmelden
accounts-login-lead = Met deze knop meldt u zich aan. De link werkt één keer.
accounts-login-button = Meld mij aan
accounts-mine-title = Uw trajecten
accounts-mine-none = U hebt nog geen traject. Vraag de beheerder.
accounts-mine-beheerder = Als beheerder ziet u welke trajecten er zijn. De kaarten zijn voor de professionals en begeleiders van het traject.
accounts-mine-open = Bekijk de kaarten
accounts-hello = Dag { $name }
accounts-sign-out = Afmelden

accounts-mine-moments = Momenten
accounts-mine-new = Nieuw traject
