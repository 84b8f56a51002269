-- Three plain readings instead of a join: for an organization that is new to its statistics the planner would join line by line.

-- name: standing_matchings -> StandingMatching
select id, letter, date from matching where organization_id = $1 and undone_at is null;

-- name: lettered_lines -> LetteredRow
select matching_id, entry_id, line_number from matching_item where organization_id = $1;

-- name: settled_lines -> SettledRow
select entry_id, line_number from open_item where organization_id = $1 and open_amount = 0;
