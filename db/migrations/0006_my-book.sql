-- A coach's book between two instants, with who comes. Asked through the policies, PostgreSQL may use no index for "&&",
-- nor read who comes without listing the whole book first.
create function my_book(span tstzrange) returns table (id uuid, people jsonb)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select b.id, (
          select coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'name', u.display_name, 'zone', u.zone) order by u.display_name), '[]')
          from booking_attendees a join users u on u.id = a.client_id
          where a.booking_id = coalesce(b.proposed_for, b.id))
        from bookings b where b.coach_id = viewer() and b.occupied && span $$;
