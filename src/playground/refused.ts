// A refusal of the control API: its HTTP status and a line for whoever reads the answer.
/** `status` is that of HTTP. */
export class Refused extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}
