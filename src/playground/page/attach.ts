// Files to send: shown with a caption before they go; several become an album.
import type { Send } from '../protocol.ts';
import { compose, here, send } from './actions.ts';
import { upload } from './api.ts';
import { h } from './h.ts';
import { icon } from './icons.ts';
import { sizeOf } from './lists.ts';
import { attempt, openDialog, toast } from './notices.ts';
import { placeKey, store } from './store.ts';
import { t } from './texts.ts';

const most = 10;
const largest = 20 * 1024 * 1024;
const isPicture = (file: File): boolean => /^image\/(jpeg|png|webp|gif)$/.test(file.type);

type Chosen = { file: File; preview: string };

/** Lets the visitor choose files. */
export function pickFiles(): void {
  const input = h('input', { attrs: { type: 'file', multiple: true } });
  input.addEventListener('change', () => offerFiles([...(input.files ?? [])]));
  input.click();
}

/** Shows files and asks for a caption; nothing is sent before the press. */
export function offerFiles(files: File[]): void {
  const fitting = files.filter((file) => file.size > 0 && file.size <= largest).slice(0, most);
  if (fitting.length < files.length) toast(t('playground-files-limit', { n: most, mb: 20 }));
  if (fitting.length === 0 || !store.opened) return;
  ask(fitting.map((file) => ({ file, preview: isPicture(file) ? URL.createObjectURL(file) : '' })));
}

function ask(chosen: Chosen[]): void {
  const pictures = chosen.filter(({ file }) => isPicture(file));
  const label = t('playground-caption');
  const field = document.querySelector<HTMLTextAreaElement>('.field');
  const caption = h('textarea', { class: 'caption', attrs: { rows: 2, placeholder: label, 'aria-label': label } });
  caption.value = field?.value ?? '';
  const asFiles = h('input', { attrs: { type: 'checkbox' } });
  const option = pictures.length > 0 && h('label', 'check', asFiles, t('playground-as-files'));
  const deliver = (): void => {
    if (field) {
      field.value = '';
      // The input field keeps drafts by what it hears.
      field.dispatchEvent(new Event('input'));
    }
    attempt(() => dispatch(chosen, caption.value.trim(), asFiles.checked));
  };
  const dialog = openDialog(
    t('playground-send-files', { n: chosen.length }),
    [h('div', 'previews', ...chosen.map(previewOf)), option, caption],
    [{ label: t('playground-cancel') }, { label: t('playground-send'), kind: 'primary', run: deliver }],
  );
  caption.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    dialog.close();
    deliver();
  });
  dialog.addEventListener('close', () => chosen.forEach(({ preview }) => URL.revokeObjectURL(preview)));
  caption.focus();
}

function previewOf({ file, preview }: Chosen): HTMLElement {
  const { unit, n } = sizeOf(file.size);
  const picture =
    preview !== '' ? h('img', { attrs: { src: preview, alt: '' } }) : h('span', 'file-icon', icon('file'));
  const size = h('small', {}, t(`playground-size-${unit}`, { n }));
  return h('div', 'preview', picture, h('span', 'file-words', h('span', 'file-name', file.name), size));
}

/** Pictures and documents do not mix in one album, so a mixed choice goes as two; the words go with the first. */
async function dispatch(chosen: Chosen[], text: string, asDocuments: boolean): Promise<void> {
  const photos = asDocuments ? [] : chosen.filter(({ file }) => isPicture(file));
  const documents = chosen.filter((one) => !photos.includes(one));
  const groups = [photos, documents].filter((group) => group.length > 0);
  const place = here();
  const replyTo = store.compose.kind === 'reply' ? { replyTo: store.compose.message.id } : {};
  for (const [index, group] of groups.entries()) {
    const words: Send = index === 0 && text !== '' ? { text } : {};
    const files: string[] = [];
    for (const { file } of group) files.push(await uploaded(file, place.as));
    await send({ ...words, ...replyTo, files, asDocuments: group === documents }, place);
  }
  if (placeKey(place) === placeKey()) compose('new');
}

async function uploaded(file: File, as: number): Promise<string> {
  const query = { as, name: file.name, type: file.type };
  return (await upload<{ id: string }>('files', query, file)).id;
}
