/** How long a link and its code work. */
export const tokenMinutes = 10;
