// Files of a message as Telegram names them: enough to show them again, or to fetch them later.
import type { Message } from 'grammy/types';

export type FileRef = {
  kind: 'photo' | 'document' | 'video' | 'audio';
  fileId: string;
  uniqueId: string;
  name?: string;
  mime?: string;
  size?: number;
};

/** Files may be larger than the number of bytes a row can hold; nothing of that size is ever fetched. */
const largest = 2 ** 31 - 1;

type Named = { file_id: string; file_unique_id: string; file_name?: string; mime_type?: string; file_size?: number };

/** The file of a message: the largest size of a photo, a document, a video or an audio; empty when there is none. JSON only. */
export function filesOf(message: Partial<Message>): FileRef[] {
  const photo = message.photo?.at(-1);
  if (photo) return [fileRef('photo', photo)];
  if (message.video) return [fileRef('video', message.video)];
  // A GIF comes as an animation and as a document at once: the document serves.
  if (message.document) return [fileRef('document', message.document)];
  return message.audio ? [fileRef('audio', message.audio)] : [];
}

function fileRef(kind: FileRef['kind'], file: Named): FileRef {
  return {
    kind,
    fileId: file.file_id,
    uniqueId: file.file_unique_id,
    ...(file.file_name && { name: file.file_name }),
    ...(file.mime_type && { mime: file.mime_type }),
    ...(file.file_size !== undefined && { size: Math.min(file.file_size, largest) }),
  };
}
