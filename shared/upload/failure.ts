/** The connection failed, or the other side did for the moment: worth another try. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/** The other side said no; saying the same again changes nothing. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** The browser cannot read the file any more. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

/** What the file was to be sent to is not there any more: nothing on this page can go on. */
export class LinkDead extends Error {
  override readonly name = 'LinkDead';
}
