/** Something wrong in a template, and where; lines and columns count from 1. */
export class TemplateFault extends Error {
  constructor(
    message: string,
    readonly line: number,
    readonly column: number,
  ) {
    super(message);
    this.name = 'TemplateFault';
  }
}
