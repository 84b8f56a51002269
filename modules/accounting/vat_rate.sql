-- name: vat_regime -> VatRegime
select country, vat_regime = 'deducting' as deducts from organization where id = $1;
