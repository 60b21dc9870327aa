-- What is kept of a link is its label as it was. Before there were tables of groups it said how many pins of how many people a layer
-- was of, which street was nearest to a pin, and which wijksessie a walk was in: more than is told now. The label keeps its first
-- part, a quote or photo its kind and theme; the links themselves stay. The history of a row keeps its words, without these labels.
UPDATE evidence SET label = substr(label, 1, instr(label, ': ') - 1)
  WHERE what IN ('layer', 'cell') AND instr(label, ': ') > 0;
UPDATE evidence SET label = substr(label, 1, instr(label, ' · ') - 1)
  WHERE what = 'walk' AND instr(label, ' · ') > 0;
UPDATE evidence SET label = rtrim(rtrim(label, replace(label, '·', '')), ' ·')
  WHERE what IN ('quote', 'photo') AND instr(label, ' · ') > 0;
UPDATE board_history SET fields = json_remove(fields, '$.evidence');
