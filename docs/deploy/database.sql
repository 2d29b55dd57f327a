-- A database for desens, empty, with what the serving role may do in it. For the first start and for every restore:
-- psql --set=name=desens --file=database.sql
create database :"name" owner desens_owner template template0 encoding 'UTF8';
revoke all on database :"name" from public;
grant connect on database :"name" to desens;
\connect :"name"
grant usage on schema public to desens;
alter default privileges for role desens_owner in schema public
    grant select, insert, update, delete on tables to desens;
alter default privileges for role desens_owner in schema public
    grant usage, select on sequences to desens;
