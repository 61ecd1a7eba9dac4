/** Expected loss as one line, with the assumptions behind it. */
import type { Loss, Scores, SystemLoss } from '../engine/analysis.ts';
import { type PortfolioLoss, portfolioLoss } from '../engine/scoring/loss.ts';
import { lossAssumptions, lossInWords, sumAssumptions } from '../engine/scoring/words.ts';

export interface LossLine {
  /** `EUR 12,000 to 340,000 a year` */
  text: string;
  /** One sentence each. */
  assumptions: string[];
}

/** Of one finding. */
export const lossLine = (loss: Loss, scores: Scores): LossLine => ({
  text: lossInWords(loss),
  assumptions: lossAssumptions(loss, scores),
});

/** Of a system or the portfolio. */
export const sumLine = (loss: PortfolioLoss): LossLine => ({
  text: lossInWords(loss),
  assumptions: sumAssumptions(loss),
});

/** @returns `{ loss }` where any system states a value, else nothing */
export function portfolioLine(losses: readonly (SystemLoss | undefined)[]): { loss?: LossLine } {
  const all = portfolioLoss(losses.filter((loss) => loss !== undefined));
  return all ? { loss: sumLine(all) } : {};
}
