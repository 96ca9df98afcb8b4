// Microsoft Forms: who made, changed, shared or answered a form, quiz or survey.

import { enumName } from '~/domain/catalogue/enum-names';
import type { Account, RecordReader } from './explanation';
import { nothing, say, when } from './sentence';

const deeds = new Map([
  ['createform', 'created'],
  ['editform', 'changed'],
  ['moveform', 'moved'],
  ['deleteform', 'deleted'],
  ['viewform', 'opened … to edit it'],
  ['previewform', 'previewed'],
  ['exportform', 'exported the answers of'],
  ['listforms', 'listed their forms'],
  ['viewruntimeform', 'opened … to answer it'],
  ['createresponse', 'answered'],
  ['submitresponse', 'answered'],
  ['updateresponse', 'changed an answer to'],
  ['viewresponse', 'read an answer to'],
  ['viewresponses', 'read the answers to'],
  ['deleteresponse', 'deleted an answer to'],
  ['deleteallresponses', 'deleted all answers to'],
  ['createcomment', 'commented on'],
  ['getsummarylink', 'made a link to the summary of'],
  ['deletesummarylink', 'deleted the link to the summary of'],
  ['allowshareformforcopy', 'let others copy'],
  ['disallowshareformforcopy', 'let nobody copy … any more'],
  ['addformcoauthor', 'added a coauthor to'],
  ['removeformcoauthor', 'removed a coauthor from'],
  ['allowanonymousresponse', 'let anyone answer'],
  ['disallowanonymousresponse', 'let only the organisation answer'],
  ['enablespecificresponse', 'let only certain people answer'],
  ['disablespecificresponse', 'let more than certain people answer'],
  ['addspecificresponder', 'let one more person answer'],
  ['removespecificresponder', 'let one person less answer'],
  ['enableworkorschoolcollaboration', 'let anyone with a work or school account edit'],
  ['enablesameorgcollaboration', 'let anyone in the organisation edit'],
  // Microsoft's own spelling.
  ['enablespecificcollaboaration', 'let only certain people edit'],
  ['enablespecificcollaboration', 'let only certain people edit'],
  ['disablecollaboration', 'let nobody else edit'],
  ['connecttoexcelworkbook', 'connected … to an Excel workbook'],
  ['updateformsetting', 'changed a setting of'],
  ['updateusersetting', 'changed a setting of their own'],
  ['updatephishingstatus', 'changed whether … is seen as phishing'],
  ['updateuserphishingstatus', 'changed whether a user of … is seen as phishing'],
  ['proinvitation', 'sent an invitation to Forms Pro'],
  ['collectioncreated', 'created a collection of forms'],
  ['collectionupdated', 'changed a collection of forms'],
  ['collectionrenamed', 'renamed a collection of forms'],
  ['collectionharddeleted', 'deleted a collection of forms for good'],
  ['collectionsoftdeleted', 'moved a collection of forms to the recycle bin'],
  ['movedformintocollection', 'moved … into a collection'],
  ['movedformoutofcollection', 'moved … out of a collection'],
]);

/** They are about no form. */
const formless = new Set([
  ...['listforms', 'updateusersetting', 'proinvitation', 'collectioncreated', 'collectionupdated', 'collectionrenamed'],
  ...['collectionharddeleted', 'collectionsoftdeleted'],
]);

export function explainForms(record: RecordReader): Account {
  const type = record.text('FormTypes[0]', 'FormTypes');
  const kind = (enumName('FormTypes', type) ?? type).toLowerCase();
  const name = record.text('FormName', 'ItemName', 'FormId');
  const form = say`the ${[kind === 'quiz' || kind === 'survey' ? kind : 'form']}${when(name, (text) => say` ‘${text}’`)}`;
  return {
    deed: record.did(deeds, formless.has(record.operation.toLowerCase()) ? nothing : form),
    facts: record.facts([
      ['Form', 'FormName'],
      ['Kind of form', ['FormTypes[0]', 'FormTypes']],
      ['Role', ['FormsUserTypes[0]', 'FormsUserTypes']],
      ['What exactly', 'ActivityParameters'],
      ['Through', 'SourceApp'],
      ['Form ID', 'FormId', 'quiet'],
    ]),
  };
}
