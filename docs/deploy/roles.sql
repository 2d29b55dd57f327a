-- Two roles (safety.md H11): `desens_owner` owns the tables and migrates; `desens` serves and cannot drop a trigger.
-- Once, as the database's administrator: psql --file=roles.sql, then \password desens_owner and \password desens
create role desens_owner login createdb;  -- createdb: the drill restores into a database of its own
create role desens login;
