-- Voices come in many at once: tui.library.people.register counts each batch for each person, which
-- costs a third of a trigger that counts each voice.
DROP TRIGGER voice_added;
