/** In place of one coach's kind of session: a first conversation with whoever is free. It is the name of that kind. */
export const whoever = "first_conversation";
