-- Module: identity
-- A number of a person says nothing of how many others there are. People that papers name are numbered one after the other,
-- since all of them are public; whoever is added by hand, by signing in or at set-up gets the moment as a number, in
-- hundred-thousandths of a second, because among them are people who are nobody's business. Numbers still grow with time, so
-- that of several records of one person the oldest leads, and one that a paper named leads one that was added later.
create function identity.number_for_added_person() returns bigint language sql volatile
return floor(extract(epoch from clock_timestamp()) * 100000)::bigint;
