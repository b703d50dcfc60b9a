-- A migration may change what pages are made of: nodes that run on, of the release before, look again.
update site_generation set number = number + 1, changed_at = now();
