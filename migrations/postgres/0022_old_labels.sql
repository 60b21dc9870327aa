-- What is kept of a link is its label as it was. Before there were tables of groups it said how many pins of how many people a layer
-- was of, which street was nearest to a pin, and which wijksessie a walk was in: more than is told now. The label keeps its first
-- part, a quote or photo its kind and theme; the links themselves stay. The history of a row keeps its words, without these labels.
UPDATE evidence SET label = split_part(label, ': ', 1) WHERE what IN ('layer', 'cell');
UPDATE evidence SET label = split_part(label, ' · ', 1) WHERE what = 'walk';
UPDATE evidence SET label = regexp_replace(label, ' · [^·]*$', '') WHERE what IN ('quote', 'photo');
UPDATE board_history SET fields = (fields::jsonb - 'evidence')::text;
