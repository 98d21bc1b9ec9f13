// Photos at full size, one after another.
import type { FileView } from '../protocol.ts';
import { fileAddress } from './api.ts';
import { h } from './h.ts';
import { openDialog } from './notices.ts';
import { t } from './texts.ts';

/** Opens the photos of a message at one of them; arrows and presses go on. */
export function showPhotos(photos: FileView[], first: number): void {
  let index = first;
  const image = h('img', { class: 'viewer-image', attrs: { alt: '' } });
  const link = h('a', { class: 'button', attrs: { download: 'photo.jpg' } }, t('playground-download'));
  const count = h('span', 'viewer-count');
  const show = (step: number): void => {
    index = (index + step + photos.length) % photos.length;
    const address = fileAddress((photos[index] as FileView).id);
    image.src = address;
    link.href = address;
    count.textContent = photos.length > 1 ? `${index + 1} / ${photos.length}` : '';
  };
  image.addEventListener('click', () => show(1));
  show(0);
  const dialog = openDialog(t('playground-photos'), [image, h('div', 'viewer-foot', count, link)], [], 'viewer');
  dialog.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowRight') show(1);
    if (event.key === 'ArrowLeft') show(-1);
  });
}
