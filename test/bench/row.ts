// One line of a benchmark: a figure, what it is measured against in the same run, and the goal.
export type Row = {
  group: string;
  name: string;
  value: number;
  reference: number;
  ratio: number;
  goal: string;
  unit: string;
  pass: boolean;
};
