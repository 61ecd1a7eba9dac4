/** The privacy page of a system: personal data, LINDDUN by type of element, linkage, duties, questions. */
import type { PrivacyAssessment, PrivacyType } from '../../engine/assess/assessments.ts';
import { type FindingLine, placeOf } from '../finding.ts';
import { keyPath, LINDDUN } from '../paths.ts';
import { type System, type SystemHead, systemHead } from '../system.ts';
import { type AssessSite, assessmentsOf } from './assessments-of.ts';
import { type DutyView, dutyView } from './duties.ts';
import { type LinkageView, linkageView } from './linkage.ts';
import { type PersonalRow, personalRows } from './personal-data.ts';
import { type PlaceRow, type PrivacyMatrix, placeRows, privacyMatrix, typeAnchor } from './privacy-matrix.ts';
import { type Shelf, type StandingView, shelfOf, standingView } from './standing.ts';

export interface PrivacyPage {
  head: SystemHead;
  applies: PrivacyAssessment['applies'];
  why: string;
  edition: string;
  /** The index of LINDDUN. */
  list: string;
  data: PersonalRow[];
  matrix: PrivacyMatrix;
  places: PlaceRow[];
  types: TypeView[];
  linkage: LinkageView[];
  duties: DutyView[];
  questions: { text: string; about: string; place?: string }[];
}

export interface TypeView {
  id: string;
  anchor: string;
  name: string;
  path: string;
  standing: StandingView;
  findings: FindingLine[];
}

export function privacyPage(system: System, site: AssessSite): PrivacyPage {
  const { privacy } = assessmentsOf(system, site);
  const shelf = shelfOf(system, site);
  const file = system.model.file.slice(system.model.file.lastIndexOf('/') + 1);
  return {
    head: systemHead(system, 'Privacy'),
    applies: privacy.applies,
    why: privacy.why,
    edition: privacy.edition,
    list: LINDDUN,
    data: personalRows(privacy.data, system.model),
    matrix: privacyMatrix(privacy, shelf),
    places: placeRows(privacy, shelf, system.model),
    types: privacy.types.map((type) => typeView(type, shelf)),
    linkage: privacy.linkage.map((l) => linkageView(l, shelf)),
    duties: privacy.duties.map((d) => dutyView(d, shelf)),
    questions: privacy.questions.map(({ text, about, at }) => ({
      text,
      about,
      ...(at ? { place: placeOf(file, at) } : {}),
    })),
  };
}

const typeView = (type: PrivacyType, shelf: Shelf): TypeView => ({
  id: type.id,
  anchor: typeAnchor(type.id),
  name: type.name,
  path: keyPath(type.key) ?? '',
  standing: standingView(type, shelf),
  findings: shelf.lines(type.findings),
});
