-- For LongStatementsTests
select pg_sleep(1.5);
