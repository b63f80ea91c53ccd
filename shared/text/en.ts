import { arithmeticText } from './arithmetic';
import { cliText } from './cli';
import { commandsText } from './commands';
import { drawingSentences, drawingText } from './drawing';
import { fileFormatText } from './file-format';
import { figureDetailsText } from './figure-details';
import { figuresText } from './figures';
import { findingsText } from './findings';
import { groupsText } from './groups';
import { historyText } from './history';
import { libraryText } from './library';
import { licencesText } from './licences';
import { layoutText } from './layout';
import { mainText } from './main';
import { tablesText } from './tables';
import { unitsText } from './units';
import { outlineText } from './outline';
import { pasteTableText } from './paste-table';
import { stepTableText } from './step-table';
import { actionsText } from './actions';
import { analysisText } from './analysis';
import { analysisPanelsText } from './analysis-panels';
import { canvasText } from './canvas';
import { captureText } from './capture';
import { charterText } from './charter';
import { changeStoryText } from './change-story';
import { classifyText } from './classify';
import { compareText } from './compare';
import { deckText } from './deck';
import { exportText } from './export';
import { exportUi } from './export-ui';
import { dimensionsText } from './dimensions';
import { documentText } from './document';
import { conflictsText } from './conflicts';
import { damagedText } from './damaged';
import { dialogsText } from './dialogs';
import { inspectorText } from './inspector';
import { importText } from './import';
import { importUi } from './import-ui';
import { inspectManyText } from './inspect-many';
import { inspectorFormats } from './inspector-formats';
import { saveTroubleText } from './save-trouble';
import { searchText } from './search';
import { settingsText } from './settings';
import { shellText } from './shell';
import { pagesText } from './pages';
import { planText } from './plan';
import { a3Text } from './plan-a3';
import { paperText } from './paper';
import { panelsText } from './panels';
import { presentText } from './present';
import { roomText } from './room';
import { roomVoteText } from './room-vote';
import { roomWalkText } from './room-walk';
import { recoveryText } from './recovery';
import { rulesText } from './rules';
import { ruleSettingsText } from './rule-settings-ui';
import { startText } from './start';
import { supportText } from './support';
import { tourText } from './tour';
import { valueText } from './value';
import { waiversText } from './waivers-ui';
import { whatIfText } from './what-if';

/** Every text of the app in English, by topic. Values are strings, or functions of typed values that give one. */
export const en = {
  arithmetic: arithmeticText,
  analysis: analysisText,
  drawing: drawingText,
  drawingSentences,
  cli: cliText,
  commands: commandsText,
  fileFormat: fileFormatText,
  figureDetails: figureDetailsText,
  figures: figuresText,
  findings: findingsText,
  layout: layoutText,
  library: libraryText,
  licences: licencesText,
  main: mainText,
  tables: tablesText,
  units: unitsText,
  actions: actionsText,
  analysisPanels: analysisPanelsText,
  canvas: canvasText,
  capture: captureText,
  charter: charterText,
  changeStory: changeStoryText,
  classify: classifyText,
  compare: compareText,
  conflicts: conflictsText,
  damaged: damagedText,
  dialogs: dialogsText,
  dimensions: dimensionsText,
  deck: deckText,
  export: exportText,
  document: documentText,
  exportUi,
  groups: groupsText,
  history: historyText,
  imports: importText,
  importUi,
  inspector: inspectorText,
  inspectorFormats,
  inspectMany: inspectManyText,
  outline: outlineText,
  pages: pagesText,
  plan: planText,
  a3: a3Text,
  paper: paperText,
  pasteTable: pasteTableText,
  panels: panelsText,
  present: presentText,
  recovery: recoveryText,
  room: roomText,
  roomVote: roomVoteText,
  roomWalk: roomWalkText,
  rules: rulesText,
  ruleSettings: ruleSettingsText,
  saveTrouble: saveTroubleText,
  search: searchText,
  settings: settingsText,
  shell: shellText,
  start: startText,
  stepTable: stepTableText,
  support: supportText,
  tour: tourText,
  value: valueText,
  waivers: waiversText,
  whatIf: whatIfText,
} as const;
