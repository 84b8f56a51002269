-- name: open_debts_of_entry -> OpenClaim
select entry_id, line_number, open_amount from open_item
where organization_id = $1 and entry_id = $2 and account_id = $3 and open_amount <> 0 order by line_number;
