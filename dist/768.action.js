export const id = 768;
export const ids = [768];
export const modules = {

/***/ 8768:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   collectShard: () => (/* binding */ collectShard)
/* harmony export */ });
/* harmony import */ var _project_read_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(638);
/* harmony import */ var _rules_active_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7916);
/* harmony import */ var _rules_catalogue_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(387);
/* harmony import */ var _summaries_shard_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1803);
/* harmony import */ var _summaries_summarise_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6844);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8508);
/** The first half of the pipeline for one part of the sources: settings in, a shard's summaries out. `merge` does the rest. */






/**
 * Collects for every rule, so that which of them are judged is decided where the shards are merged.
 * @throws SettingsError, ProjectError, RuleFileError when there is nothing that could be audited
 */
async function collectShard(settings, part) {
    const { collectors, declared } = (0,_rules_active_js__WEBPACK_IMPORTED_MODULE_1__/* .activeRules */ .I)(await (0,_rules_catalogue_js__WEBPACK_IMPORTED_MODULE_2__/* .openCatalogue */ .GP)(settings), settings, true);
    const { sources } = await (0,_project_read_js__WEBPACK_IMPORTED_MODULE_0__/* .readProject */ .W)(settings);
    const options = { collectors, declared, tests: settings.allTargets, jobs: settings.jobs };
    const results = await (0,_summaries_summarise_js__WEBPACK_IMPORTED_MODULE_4__/* .collectHere */ .rM)((0,_summaries_shard_js__WEBPACK_IMPORTED_MODULE_3__/* .partOf */ .BU)(sources, part), options);
    return {
        rustperf: 'summaries',
        made: (0,_summaries_shard_js__WEBPACK_IMPORTED_MODULE_3__/* .madeBy */ .v$)(_version_js__WEBPACK_IMPORTED_MODULE_5__/* .version */ .r),
        rules: (0,_summaries_shard_js__WEBPACK_IMPORTED_MODULE_3__/* .rulesOf */ .fD)(options),
        tests: options.tests,
        ...part,
        results,
    };
}


/***/ })

};
