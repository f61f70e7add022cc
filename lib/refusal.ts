type Details = {
  /** The input field the sentence belongs beside, as the caller named it. */
  field?: string;
  /** Short and stable, for programs. Sentences may change, codes may not. */
  code?: string;
  /** 409 when the world moved on, 422 when the input cannot be right, 429 when it is too soon. */
  status?: 400 | 401 | 403 | 409 | 413 | 422 | 429;
  /** Plain data a page needs to go on, such as the nearest free times. Never words that are not the asker's to read. */
  offer?: Record<string, unknown>;
  retryAfterSeconds?: number;
};

/** An expected no. The message is a kind sentence for the person who asked. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly field: string | undefined;
  readonly code: string;
  readonly status: NonNullable<Details["status"]>;
  readonly offer: Details["offer"];
  readonly retryAfterSeconds: number | undefined;

  constructor(sentence: string, details: Details = {}) {
    super(sentence);
    this.field = details.field;
    this.code = details.code ?? "refused";
    this.status = details.status ?? (details.field ? 422 : 409);
    this.offer = details.offer;
    this.retryAfterSeconds = details.retryAfterSeconds;
  }
}

/** Not there, or not yours: nobody outside can tell which. */
export class NotFound extends Error {
  override readonly name = "NotFound";
}

/** The database or another part we cannot do without is away. Becomes 503 with Retry-After. */
export class Unavailable extends Error {
  override readonly name = "Unavailable";
  // What is left of an error in the browser; the error page knows it by this.
  readonly digest = "AWAY";
}
