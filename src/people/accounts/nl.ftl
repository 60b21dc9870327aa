problem-not-signed-in = Meld u eerst aan
    .detail = Open de link die u van de beheerder kreeg, of meld u aan met uw wachtwoord.
problem-forbidden = Dit is niet voor u te zien
    .detail = Uw rol of uw traject past hier niet bij. Vraag de beheerder als dat niet klopt.
problem-login-link = Deze link werkt niet meer
    .detail = Een aanmeldlink werkt één keer en 24 uur lang. Vraag de beheerder een nieuwe.

accounts-login-title = Aanmelden
accounts-login-lead = Met deze knop meldt u zich aan. De link werkt één keer.
accounts-login-button = Meld mij aan

problem-accounts = Er klopt iets niet
    .detail = Er is niets bewaard. Ga een stap terug, verander wat hieronder staat en probeer het opnieuw.
problem-no-staff = Deze medewerker is er niet
    .detail = Of de toegang is al ingetrokken. Er is niets veranderd.
problem-sign-in = Dat klopt niet.
    .detail = De naam en het wachtwoord horen niet bij elkaar. Probeer het opnieuw.
problem-sign-in-slow = Even wachten.
    .detail = Er is te vaak een verkeerd wachtwoord getypt. Probeer het over { $n } seconden opnieuw, of vraag de beheerder een link.
accounts-wrong-name = Geef een naam van hooguit 200 tekens, zonder onzichtbare tekens. Plakt u de naam? Typ hem dan over.
accounts-wrong-traject = Een professional of begeleider hoort bij een traject. Kies er een.
accounts-wrong-login = Kies een naam om mee aan te melden.
accounts-wrong-taken = Deze naam om mee aan te melden heeft iemand anders al. Kies een andere.
accounts-wrong-password = Kies een wachtwoord van 12 tot 200 tekens. Een paar woorden achter elkaar is goed te onthouden. Er is niets veranderd.
accounts-wrong-common = Dit wachtwoord wordt snel geraden: het staat op lijsten, het herhaalt zich, of uw naam staat erin. Kies een paar woorden die niets met elkaar te maken hebben. Er is niets veranderd.
accounts-wrong-current = Het wachtwoord tot nu toe klopt niet. Er is niets veranderd. Bent u het kwijt? De beheerder geeft u een nieuwe link; daarna kiest u een nieuw wachtwoord.
problem-only-oneself = Dit kunt u alleen zelf
    .detail = Met een sleutel voor een ander programma kunt u geen wachtwoord kiezen. Meld u aan met uw wachtwoord of een link. Er is niets veranderd.
accounts-wrong-oneself = U kunt uw eigen toegang niet intrekken. Vraag een andere beheerder.

accounts-name-to-enter = Naam om mee aan te melden
accounts-password = Wachtwoord
accounts-forgot = Wachtwoord kwijt, of nog geen wachtwoord? De beheerder geeft u een nieuwe link.
accounts-password-title = Mijn wachtwoord
accounts-password-lead = Met een wachtwoord hebt u geen link meer nodig om u aan te melden.
accounts-password-ends = Daarna bent u alleen nog hier aangemeld. Overal elders moet u opnieuw aanmelden, en oude links en sleutels voor andere programma’s werken niet meer.
accounts-password-current = Wachtwoord tot nu toe
accounts-password-current-hint = Kwijt? De beheerder geeft u een nieuwe link. Daarmee kiest u een nieuw wachtwoord zonder het oude.
accounts-password-new = Nieuw wachtwoord
accounts-password-hint = Ten minste { $n } tekens. Een paar woorden achter elkaar is goed te onthouden.
accounts-to-organisation = Organisatie

problem-layers-closed = De kaarten van bewoners zijn nog dicht
    .detail = Uw team schrijft eerst op wat het verwacht. Dat is zo afgesproken voor dit traject. Ga naar Aannames en schrijf op wat u denkt. Is het team klaar? Druk daar op ‘Wij zijn klaar’. Dan gaan alle kaarten, bestanden en citaten open.
accounts-to-assumptions = Naar Aannames
