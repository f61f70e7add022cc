import { TextField } from "#app/ui/field.tsx";
import { Tick } from "#app/ui/tick.tsx";
import type { BookingFormProps } from "./booking-form.tsx";
import type { ShownType } from "./shown-type.ts";
import type { Booking } from "./use-booking.ts";

type AboutYouProps = { viewer: BookingFormProps["viewer"]; type: ShownType; booking: Booking };

/** Who it is for. Somebody signed in is known, so they are asked nothing. */
export function AboutYou({ viewer, type, booking }: AboutYouProps) {
  const { typed, errors } = booking;
  if (viewer)
    return (
      <>
        <h2 id="you">{booking.nearest ? "Your choice" : "And that is all"}</h2>
        <p className="quiet">
          {viewer.role === "coach"
            ? "You are signed in as a coach. This is what clients see when they book."
            : `You are signed in as ${viewer.name}. The calendar entry comes by mail.`}
        </p>
      </>
    );
  return (
    <>
      <h2 id="you">{booking.nearest ? "What you typed" : "A little about you"}</h2>
      <p className="quiet">
        {booking.nearest
          ? "Change it, or leave it as it is."
          : "Your email is for the code, and for any change to this time."}
      </p>
      <div className="form-grid">
        <TextField
          name="name"
          label={`What should ${type.isAnybodys ? "we" : type.coachName} call you?`}
          hint="Any name you like to use"
          autoComplete="given-name"
          maxLength={200}
          value={typed.name}
          onChange={(event) => booking.type({ name: event.target.value })}
          error={errors.name}
          required
        />
        <TextField
          name="email"
          type="email"
          label="Email"
          hint="Our subject lines stay neutral"
          autoComplete="email"
          maxLength={320}
          value={typed.email}
          onChange={(event) => booking.type({ email: event.target.value })}
          error={errors.email}
          required
        />
        <div className="span">
          <Tick
            name="adult"
            checked={booking.adult}
            onChange={(event) => booking.setAdult(event.target.checked)}
            error={errors.adult}
            required
          >
            I am an adult.
          </Tick>
        </div>
      </div>
    </>
  );
}
