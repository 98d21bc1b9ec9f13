// The letters of pictures: Golos Text, which has all Kazakh ones, from the files of its npm package.
import { createRequire } from 'node:module';

/** Ordinary, half bold, bold. */
export const weights = [400, 600, 700] as const;
export type Weight = (typeof weights)[number];

const files: Record<Weight, string> = {
  400: '400Regular/GolosText_400Regular.ttf',
  600: '600SemiBold/GolosText_600SemiBold.ttf',
  700: '700Bold/GolosText_700Bold.ttf',
};

/** Where the font file of a weight lies. */
export function fontFile(weight: Weight): string {
  return createRequire(import.meta.url).resolve(`@expo-google-fonts/golos-text/${files[weight]}`);
}

/** The name under which a weight is known while painting; one family for each, so that nothing is emboldened by guessing. */
export function family(weight: Weight): string {
  return `orynda-${weight}`;
}
