-- A client may not read a partner's address, yet a session they share sends both a letter.
create function letter_recipients(booking uuid) returns table (id uuid, name text, email text, zone text)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select u.id, u.display_name, u.email, u.zone
        from booking_attendees a join users u on u.id = a.client_id
        where a.booking_id = booking
          and (viewer() is null or booking in (select my_bookings()) or booking in (select my_coached_bookings()))
        order by u.id $$;
