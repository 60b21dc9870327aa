# Heat layers: what a legend says.
heat-class-weinig = weinig
heat-class-meer = meer
heat-class-veel = veel
heat-suppressed = Te weinig antwoorden om te tonen
heat-unit = stippen per km²
heat-no-edge-correction = Stippen tot 150 meter buiten de buurt tellen mee.
heat-fair = Wie veel stippen zet, telt niet zwaarder dan wie er één zet.
