-- Balances taken over on the first day of the first year are claims and debts like others: they are matched with what settles them.
-- The opening entries of later years repeat items that are open already.
create or replace function post_entries(
  p_organization uuid, p_user uuid,
  p_ids uuid[], p_journals uuid[], p_dates date[], p_kinds text[], p_descriptions text[], p_vouchers text[],
  p_documents uuid[], p_reversals uuid[], p_canonicals bytea[], p_line_counts int[],
  l_entries int[], l_numbers int[], l_accounts uuid[], l_auxiliaries uuid[], l_amounts bigint[], l_descriptions text[], l_due_dates date[],
  l_currencies text[], l_currency_amounts numeric[], l_currency_rates numeric[], l_axes jsonb[], l_boxes jsonb[], l_collective boolean[])
returns table (entry_id uuid, entry_number bigint, entry_leaf bigint) language plpgsql as $$
declare
  first_leaf bigint;
  debits numeric := (select coalesce(sum(m), 0) from unnest(l_amounts) m where m > 0);
  book_total numeric;
  numbers bigint[] := array_fill(0::bigint, array[cardinality(p_ids)]);
  years int[];
  counted record;
  first_day date := (select min(y.start_date) from fiscal_year y where y.organization_id = p_organization);
begin
  perform pg_advisory_xact_lock_shared(book_lock_key(p_organization));
  select array_agg(y.year order by o) into years
  from unnest(p_dates) with ordinality as e (d, o)
  left join fiscal_year y on y.organization_id = p_organization and d between y.start_date and y.end_date;
  if array_position(years, null) is not null then
    call refuse(422, 'no_fiscal_year', 'Aucun exercice ne contient la date du ' || to_char(p_dates[array_position(years, null)], 'DD/MM/YYYY') || '.');
  end if;
  -- One waiter is woken at a time: waiting on the row itself wakes everybody at each commit.
  perform pg_advisory_xact_lock(book_head_key(p_organization));
  update book set leaf_count = leaf_count + cardinality(p_ids), turnover = turnover + debits where organization_id = p_organization
    returning leaf_count - cardinality(p_ids), turnover into strict first_leaf, book_total;
  if book_total > 9007199254740991 then
    call refuse(422, 'book_total_too_large', 'Le total des écritures dépasserait ce que le registre peut tenir.');
  end if;
  for counted in select j as journal, y as year, count(*) as entries, array_agg(o order by o) as places
                 from unnest(p_journals, years) with ordinality as e (j, y, o) group by 1, 2 order by 1, 2 loop
    declare last bigint;
    begin
      insert into journal_counter as c (organization_id, journal_id, year, last_number)
        values (p_organization, counted.journal, counted.year, counted.entries)
        on conflict (organization_id, journal_id, year) do update set last_number = c.last_number + counted.entries
        returning last_number into last;
      for i in 1 .. counted.entries loop
        numbers[counted.places[i]] := last - counted.entries + i;
      end loop;
    end;
  end loop;

  insert into entry (organization_id, id, journal_id, year, number, date, kind, description, voucher_reference, document_id,
                     reversal_of, line_count, leaf_index, leaf_hash, posted_by)
  select p_organization, i, j, y, n, d, k, t, v, doc, r, lc, first_leaf + o - 1,
         sha256('\x00'::bytea || c || convert_to(length(n::text) || ':' || n || ',', 'UTF8')), p_user
  from unnest(p_ids, p_journals, years, numbers, p_dates, p_kinds, p_descriptions, p_vouchers, p_documents, p_reversals,
              p_canonicals, p_line_counts) with ordinality as e (i, j, y, n, d, k, t, v, doc, r, c, lc, o);

  insert into line (organization_id, entry_id, line_number, account_id, auxiliary_id, date, kind, leaf_index, amount, description,
                    due_date, currency, currency_amount, currency_rate, axes, box)
  select p_organization, p_ids[e], n, a, x, p_dates[e], p_kinds[e], first_leaf + e - 1, m, t, dd, cu, ca, cr, ax, b
  from unnest(l_entries, l_numbers, l_accounts, l_auxiliaries, l_amounts, l_descriptions, l_due_dates, l_currencies,
              l_currency_amounts, l_currency_rates, l_axes, l_boxes) as l (e, n, a, x, m, t, dd, cu, ca, cr, ax, b);

  insert into balance as b (organization_id, day, account_id, auxiliary_id, kind, debit, credit)
  select p_organization, p_dates[e], a, coalesce(x, '00000000-0000-0000-0000-000000000000'), p_kinds[e],
         coalesce(sum(m) filter (where m > 0), 0), coalesce(-sum(m) filter (where m < 0), 0)
  from unnest(l_entries, l_accounts, l_auxiliaries, l_amounts) as l (e, a, x, m)
  group by 2, 3, 4, 5 order by 3, 4, 2, 5
  on conflict (organization_id, account_id, auxiliary_id, day, kind)
    do update set debit = b.debit + excluded.debit, credit = b.credit + excluded.credit;

  if true = any (l_collective) then
    insert into open_item (organization_id, entry_id, line_number, account_id, auxiliary_id, date, due_date, amount, open_amount)
    select p_organization, p_ids[e], n, a, x, p_dates[e], coalesce(dd, p_dates[e]), m, m
    from unnest(l_entries, l_numbers, l_accounts, l_auxiliaries, l_amounts, l_due_dates, l_collective) as l (e, n, a, x, m, dd, c)
    where c and (p_kinds[e] = 'movement' or (p_kinds[e] = 'opening' and p_dates[e] = first_day));
  end if;

  return query select i, n, first_leaf + o - 1 from unnest(p_ids, numbers) with ordinality as e (i, n, o);
end $$;
