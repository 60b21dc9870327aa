# Foto's: bij de camera, bij het bijschrift, en wat er mis kan gaan.

photos-ask-first = Staan er mensen op? Vraag het eerst.

problem-photo-too-large = De foto is te groot: { $mb } MB, en niet meer dan 25 MB kan
    .detail = Deze foto is { $mb } MB. Een foto mag niet meer dan 25 MB zijn. Uw stip en uw tekst zijn bewaard. Kies een andere foto, of maak een nieuwe foto met de camera van dit apparaat.
problem-photo-too-many-pixels = De foto is te groot: { $width } bij { $height } is { $millions } miljoen beeldpunten, en niet meer dan { $most } miljoen kan
    .detail = Deze foto is { $width } bij { $height } beeldpunten. Dat is { $millions } miljoen, en wij kunnen er van zo’n foto niet meer dan { $most } miljoen verwerken. Uw stip en uw tekst zijn bewaard. Maak een schermafdruk van de foto en kies die, of kies een kleinere foto.
problem-photo-type-heic = Deze soort foto kunnen wij niet lezen
    .detail = Dit is een HEIC-foto van een iPhone of iPad. Uw stip en uw tekst zijn bewaard. Maak een nieuwe foto op deze pagina. Of kies op uw iPhone bij Instellingen, Camera, Structuren: Meest compatibel.
problem-photo-type-moving = Dit is een bewegend beeld
    .detail = Een filmpje of een bewegend plaatje kan hier niet. Uw stip en uw tekst zijn bewaard. Kies een gewone foto.
problem-photo-type-other-image = Deze soort plaatje kunnen wij niet lezen
    .detail = Wij kunnen foto’s lezen van de soort JPEG, PNG en WebP. Uw stip en uw tekst zijn bewaard. Maak een nieuwe foto op deze pagina, of maak een schermafdruk van het plaatje en kies die.
problem-photo-type-no-image = Dit bestand is geen foto
    .detail = U koos een ander soort bestand, ook al lijkt de naam op die van een foto. Uw stip en uw tekst zijn bewaard. Kies een foto, of maak een nieuwe foto.
problem-photo-empty = De foto is leeg
    .detail = Er zit niets in dit bestand. Uw stip en uw tekst zijn bewaard. Kies de foto nog een keer, of maak een nieuwe foto.
problem-photo-cut-off = Een stuk van de foto ontbreekt
    .detail = De foto is niet helemaal aangekomen, of heeft geen einde. Uw stip en uw tekst zijn bewaard. Stuur de foto nog een keer. Lukt het weer niet? Maak een schermafdruk van de foto en kies die.
problem-photo-cannot-decode = De foto is beschadigd
    .detail = Wij kunnen deze foto niet openen. Uw stip en uw tekst zijn bewaard. Kies een andere foto, of maak een nieuwe foto.
problem-photo-caption-too-long = De tekst bij de foto is te lang
    .detail = Er passen niet meer dan 500 tekens bij een foto. Uw stip en uw tekst zijn bewaard. Maak de tekst bij de foto korter.
problem-photo-caption-has-nul = In de tekst bij de foto staat een teken dat niet kan
    .detail = Uw stip en uw foto zijn niet weg. Typ de tekst bij de foto opnieuw.
problem-photo-stopping = Even geduld
    .detail = De server start opnieuw. Uw stip en uw tekst zijn bewaard. Stuur de foto over een minuut nog een keer.
problem-photo-failed = Het verwerken van de foto is niet gelukt
    .detail = Dat ligt aan ons en niet aan uw foto. Uw stip en uw tekst zijn bewaard. Probeer het later nog een keer, of kies een andere foto.

problem-photo-form = De foto is niet aangekomen
    .detail = Het formulier was niet te lezen of brak af. Uw stip is er nog. Probeer het opnieuw.
problem-photo-form-many = Er kan één foto tegelijk
    .detail = Er kwamen meer foto’s of velden dan er in één keer kunnen. Uw stip is er nog. Stuur de foto’s een voor een.
problem-photo-none = Er is geen foto gekozen
    .detail = Kies eerst een foto. Uw stip is er nog.
problem-photo-id = Dit nummer kan niet
    .detail = Het nummer van deze foto klopt niet. Er is niets bewaard. Laad de pagina opnieuw en kies de foto nog eens.
problem-photo-conflict = Deze foto is er al, met andere inhoud
    .detail = De eerste foto is bewaard zoals hij was.
problem-photo-unknown = Deze foto is er niet
    .detail = Er is geen foto op dit adres.
problem-photo-gone = Deze foto is hier weg
    .detail = De foto is weggehaald of heeft een nieuw adres.
problem-photo-edit = Zo kan deze foto niet worden veranderd
    .detail = De vakken, de draai of de uitsnede kloppen niet. Er is niets veranderd.
photos-wrong-edit = Vakken en uitsnede liggen binnen de foto (getallen van 0 tot 1). Draaien gaat met 90, 180 of 270 graden.
