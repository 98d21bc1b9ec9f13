// findCompletionForm: by what paper or event a task is done: 'Форма завершения: отчёт', 'представить справку', 'аяқталу нысаны – акт'.
const label =
  /(?:форма\s+(?:завершения|исполнения|отч[её]тности|реализации)|аяқталу\s+(?:нысаны|түрі)|аяқтау\s+нысаны|орындалу\s+нысаны|есептілік\s+нысаны|ая[кқ]тал[уү]\s+н[ыұ]саны)\s*[:–—-]\s*([^\n;|]{2,120})/iu;
const papers =
  '(?:отч[её]т|фотоотч[её]т|информаци|справк|сведени|предложени|доклад|таблиц|акт|заявк|протокол|расч[её]т|график|план|ведомост|заключени|аналитическ\\p{L}+ справк)';
const submitted = new RegExp(
  `(?:представ|предостав|направ|внес|сда|достав|подготов)\\p{L}*\\s+((?:[\\p{L}-]+(?:ый|ий|ую|юю|ое|ее|ые|ие|ная|ного|ных)\\s+){0,3}${papers}\\p{L}*)`,
  'iu',
);
const kazakhPapers =
  '(?:есеп|фотоесеп|ақпарат|акпарат|мәлімет|малимет|анықтама|аныктама|ұсыныс|усыныс|өтінім|отиним|кесте|хаттама|қорытынды|акт)';
const kazakhSubmitted = new RegExp(
  `((?:[\\p{L}-]+(?:лық|лік|дық|дік|тық|тік|ынды|ілген|ылған)\\s+)?${kazakhPapers}\\p{L}*)\\s+(?:ұсын|усын|бер|жібер|жибер|тапсыр|енгіз|енгиз|дайында)\\p{L}*`,
  'iu',
);

const kazakhPaper = new RegExp(kazakhPapers, 'iu');

/** The completion form as written, without its label; null when the text names none. */
export function findCompletionForm(text: string): string | null {
  const named = label.exec(text)?.[1] ?? submitted.exec(text)?.[1] ?? kazakhSubmission(text);
  return named?.replace(/[\s.,]+$/, '') ?? null;
}

/** The words in front of a Kazakh paper are looked at only where there is one. */
function kazakhSubmission(text: string): string | undefined {
  return kazakhPaper.test(text) ? kazakhSubmitted.exec(text)?.[1] : undefined;
}
