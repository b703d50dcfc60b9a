-- Where the map of partnerships shows a region: a country by its capital, since the source names no cities; a group of countries by its seat.
alter table region
  add column latitude double precision constraint region_latitude_check check (latitude between -90 and 90),
  add column longitude double precision constraint region_longitude_check check (longitude between -180 and 180),
  add column area boolean not null default false,
  add constraint region_place_check check ((latitude is null) = (longitude is null));
comment on column region.area is 'a group of countries, drawn as an open ring instead of a point';
update region set latitude = 41.90, longitude = 12.50 where slug = 'italy'; -- Rome
update region set latitude = -25.75, longitude = 28.19 where slug = 'south-africa'; -- Pretoria, seat of the government
update region set latitude = 11.56, longitude = 104.92 where slug = 'cambodia'; -- Phnom Penh
update region set latitude = 38.90, longitude = -77.04 where slug = 'united-states'; -- Washington
update region set latitude = -6.21, longitude = 106.85, area = true where slug = 'asean'; -- its secretariat in Jakarta
