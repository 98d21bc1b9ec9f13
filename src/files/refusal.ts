// FileRefusal: why a file cannot be read, as a key of a text; plain data, so that it survives the way out of a worker thread.
export class FileRefusal extends Error {
  override name = 'FileRefusal';
  readonly key: string;
  readonly args: Record<string, string | number>;
  constructor(key: string, args: Record<string, string | number> = {}) {
    super(key);
    this.key = key;
    this.args = args;
  }
}
