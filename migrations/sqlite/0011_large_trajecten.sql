-- For trajecten of thousands of pins: whether a layer still holds is asked at each look, words are asked theme by theme.
CREATE INDEX pin_left ON pin (session_code, removed);
CREATE INDEX pin_of_theme ON pin (session_code, theme);
