// A picture for a message: words go without it when it cannot be painted.
import type { App } from '../app.ts';
import type { Picture } from './compose.ts';
import { paintPicture } from './painter.ts';
import type { Theme } from './palette.ts';

/** The PNG of a picture; null, and a line in the log, when that fails: nothing waits for a picture. */
export async function painted(app: App, picture: Picture, theme: Theme): Promise<Uint8Array | null> {
  try {
    return await paintPicture(picture, theme);
  } catch (error) {
    app.log.error({ err: error, kind: picture.kind }, 'pictures.failed');
    return null;
  }
}
