"""Every page there is: as whom it is visited, and which of the world's ids its address takes.

A value that is the name of one of the world's ids stands for that id; anything else is itself.
"""

Pages = list[tuple[str, dict[str, str]]]

STRANGER = "stranger"

VISITS: dict[str, Pages] = {
    STRANGER: [
        ("accounts.municipalities", {}),
        ("accounts.municipality", {"organisation_id": "kommune"}),
        ("accounts.sign_in", {}),
        ("demo.clock", {}),
        ("demo.mailbox", {}),
        ("figures.interface", {}),
        ("finding.public_plans", {}),
        ("foundation.accessibility", {}),
        ("foundation.components", {}),
        ("foundation.privacy", {}),
        ("grants.public_call", {"call_id": "open_call"}),
        ("grants.edition_changes", {"call_id": "changed_call", "number": "2"}),
        ("grants.public_call", {"call_id": "changed_call"}),
        ("grants.public_calls", {}),
        ("grants.rule_sheet", {"call_id": "open_call"}),
        ("grants.public_edition", {"call_id": "changed_call", "number": "1"}),
        ("grants.scheme", {}),
        ("home.start", {}),
    ],
    "writer": [
        ("accounts.profile", {}),
        ("applications.activities", {"application_id": "draft"}),
        ("applications.attachments", {"application_id": "draft"}),
        ("applications.basics", {"application_id": "draft"}),
        ("applications.budget", {"application_id": "draft"}),
        ("applications.budget", {"application_id": "draft", "alt": "ja"}),
        ("applications.budget_sheet", {"application_id": "draft"}),
        ("applications.check", {"application_id": "draft"}),
        ("applications.choose_call", {}),
        ("applications.index", {}),
        ("applications.answer_offer", {"application_id": "draft", "partner_id": "proposer"}),
        ("applications.interests", {}),
        ("applications.partner", {"application_id": "draft", "partner_id": "participant"}),
        ("applications.partner_budget", {"application_id": "draft", "partner_id": "participant"}),
        ("applications.partners", {"application_id": "draft"}),
        ("applications.partners", {"application_id": "draft", "county": "Vestland"}),
        *(
            ("applications.questions", {"application_id": "draft", "group": str(number)})
            for number in range(1, 8)
        ),
        ("applications.messages", {"application_id": "draft"}),
        ("applications.read", {"application_id": "draft"}),
        ("applications.remove_partner", {"application_id": "draft", "partner_id": "participant"}),
        ("applications.show", {"application_id": "draft"}),
        ("applications.start", {"call_id": "open_call"}),
        ("finding.apply", {"group_id": "group", "call_id": "open_call"}),
        ("finding.change", {"plan_id": "plan"}),
        ("finding.form_group", {"kommune": "writers_kommune", "tiltak": "measure"}),
        ("finding.group", {"group_id": "group"}),
        ("finding.index", {}),
        ("finding.numbers", {}),
        ("finding.plan", {"plan_id": "plan"}),
        ("finding.plans", {}),
        ("finding.publish", {}),
        ("finding.suggestions", {}),
        ("finding.withdraw", {"plan_id": "plan"}),
        ("home.start", {}),
    ],
    "follower": [
        ("applications.follow", {"application_id": "followed"}),
        ("applications.show", {"application_id": "followed"}),
    ],
    "partner": [
        ("applications.budget", {"application_id": "draft"}),
        ("applications.commitments", {"organisation_id": "partner_place"}),
        ("applications.confirm_sheet", {"organisation_id": "partner_place"}),
        ("applications.contacts", {"application_id": "draft", "partner_id": "participant"}),
        ("applications.decline", {"application_id": "draft", "partner_id": "participant"}),
        ("applications.fact_sheet", {"organisation_id": "partner_place"}),
        ("applications.offer", {"application_id": "draft", "partner_id": "participant"}),
        ("applications.confirm", {"application_id": "draft", "partner_id": "participant"}),
        ("applications.index", {}),
        ("applications.show", {"application_id": "draft"}),
        ("finding.group", {"group_id": "group"}),
        ("finding.index", {}),
    ],
    "coordinator": [
        ("applications.partners", {"application_id": "answered"}),
        ("applications.show", {"application_id": "answered"}),
    ],
    "surprised": [
        ("applications.confirm", {"application_id": "answered", "partner_id": "fallen"}),
        ("applications.show", {"application_id": "answered"}),
    ],
    "corrector": [
        (
            "applications.supplement",
            {"application_id": "corrected", "deficiency_id": "answered_deficiency"},
        ),
    ],
    "asked": [
        ("applications.questions", {"application_id": "asked", "group": "1"}),
        ("applications.contact", {"application_id": "asked"}),
        ("applications.messages", {"application_id": "asked"}),
        ("applications.show", {"application_id": "asked"}),
        ("applications.supplement", {"application_id": "asked", "deficiency_id": "deficiency"}),
        ("applications.withdraw", {"application_id": "asked"}),
    ],
    "awarded": [
        ("decisions.answer", {"application_id": "unanswered"}),
        ("decisions.decline", {"application_id": "unanswered"}),
        ("decisions.letters", {}),
        ("home.start", {}),
    ],
    "lead": [
        ("applications.receipt", {"application_id": "accepted"}),
        ("applications.show", {"application_id": "accepted"}),
        ("decisions.answer", {"application_id": "accepted"}),
        ("followup.audit", {"report_id": "report_draft"}),
        ("followup.duties", {}),
        ("followup.submit", {"report_id": "report_draft"}),
        ("followup.write", {"report_id": "report_draft"}),
    ],
    "reporter": [("followup.show", {"report_id": "report_sent"})],
    "handler": [
        ("assessments.ask_for_more", {"application_id": "controlled"}),
        ("assessments.budget", {"application_id": "marked"}),
        ("assessments.call_proposals", {"call_id": "drafted_call"}),
        ("assessments.calls", {}),
        *(
            ("assessments.case", {"application_id": one})
            for one in ("accepted", "refused", "controlled", "asked", "corrected", "marked", "ineligible")
        ),
        ("assessments.cases", {}),
        ("assessments.choose", {"proposal_id": "proposal"}),
        ("assessments.compare_proposals", {"proposal_id": "chosen_proposal", "med": "proposal"}),
        ("assessments.control", {"application_id": "controlled"}),
        ("assessments.find_ineligible", {"application_id": "controlled"}),
        ("assessments.moderate", {"application_id": "drafted"}),
        ("assessments.notes", {"application_id": "asked"}),
        ("assessments.overrule", {"application_id": "controlled", "finding_id": "finding"}),
        ("assessments.proposal", {"proposal_id": "chosen_proposal"}),
        ("assessments.questions", {}),
        ("assessments.staff", {"application_id": "marked"}),
        ("assessments.steady", {"proposal_id": "chosen_proposal"}),
        ("assessments.what_if", {"proposal_id": "chosen_proposal"}),
        ("assessments.what_if", {"proposal_id": "chosen_proposal", "ramme": "1000000"}),
        *(("assessments.talk", {"application_id": one}) for one in ("asked", "draft")),
        ("decisions.reason", {"decision_id": "drafted_decision"}),
        ("decisions.reject", {"application_id": "ineligible"}),
        ("decisions.round_of", {"call_id": "drafted_call"}),
        ("decisions.rounds", {}),
        ("decisions.show", {"decision_id": "published_decision"}),
        ("followup.review", {"report_id": "report_sent"}),
        ("followup.to_review", {}),
        ("figures.success", {"proposal_id": "chosen_proposal"}),
        ("home.start", {}),
        ("statistics.key_figures", {}),
    ],
    "assessor": [("assessments.marks", {"application_id": "marked"})],
    "newcomer": [
        ("assessments.declare", {"application_id": "untouched"}),
        ("assessments.declare_many", {}),
    ],
    "doubter": [
        ("accounts.end_tie", {"tie_id": "tie"}),
        ("accounts.profile", {}),
        ("accounts.ties", {}),
        ("assessments.declare", {"application_id": "untouched"}),
        ("assessments.object_to", {"application_id": "marked"}),
    ],
    "maker": [
        ("assessments.impartiality", {}),
        *(
            ("assessments.rule", {"application_id": "untouched", "person_id": one})
            for one in ("doubter_id", "cleared_id")
        ),
        ("assessments.read_near_line", {"proposal_id": "chosen_proposal"}),
        ("assessments.send_back", {"application_id": "drafted"}),
        ("decisions.date_letters", {"call_id": "signed_call"}),
        ("decisions.documents", {"call_id": "signed_call"}),
        ("decisions.round_of", {"call_id": "signed_call"}),
        ("decisions.show", {"decision_id": "drafted_decision"}),
        ("decisions.sign_round", {"call_id": "drafted_call"}),
        ("home.start", {}),
    ],
    "new_maker": [("decisions.declare", {"call_id": "drafted_call"})],
    "controller": [
        ("figures.export", {}),
        ("home.start", {}),
        ("payments.declare", {}),
        ("payments.entries", {}),
        ("payments.entry", {"entry_id": "entry"}),
        ("payments.instalments", {}),
        ("payments.instalments", {"state": "paid"}),
        ("payments.reverse", {"entry_id": "entry"}),
        ("payments.year", {}),
    ],
    "auditor": [
        ("accounts.ties_of_person", {"person_id": "doubter_id"}),
        ("assessments.case", {"application_id": "accepted"}),
        ("figures.audit_trail", {}),
        ("figures.inspection", {"inspection_id": "inspection"}),
    ],
    "researcher": [
        ("figures.research", {}),
        ("finding.numbers", {}),
        ("finding.plan", {"plan_id": "plan"}),
        ("home.start", {}),
    ],
    "administrator": [
        ("accounts.addresses", {}),
        ("accounts.operations", {}),
        ("accounts.deactivate", {"person_id": "person"}),
        ("accounts.keys", {}),
        ("accounts.leader", {"person_id": "person"}),
        ("accounts.new_password", {"person_id": "person"}),
        ("accounts.organisations", {}),
        ("accounts.person", {"person_id": "person"}),
        ("accounts.persons", {}),
        ("accounts.register_person", {}),
        ("applications.all_interests", {}),
        ("applications.extend", {"call_id": "changed_call"}),
        ("applications.publish_edition", {"call_id": "edition_draft"}),
        ("applications.try_form", {"call_id": "draft_call"}),
        ("applications.withdraw_call", {"call_id": "changed_call"}),
        *(
            ("grants.add_row", {"call_id": "draft_call", "slug": slug})
            for slug in (
                "aktiviteter", "vilkar", "sporsmal", "vedlegg", "kriterier", "utbetaling"
            )
        ),
        ("grants.applicants", {"call_id": "draft_call"}),
        ("grants.add_to_catalogue", {}),
        ("grants.appropriations", {}),
        ("grants.ask_from_catalogue", {"call_id": "draft_call"}),
        ("grants.basics", {"call_id": "draft_call"}),
        ("grants.call", {"call_id": "draft_call"}),
        *(
            (page, {"call_id": "edition_draft"})
            for page in ("grants.basics", "grants.call", "grants.changes", "grants.rules")
        ),
        ("grants.call", {"call_id": "changed_call"}),
        ("grants.calls", {}),
        ("grants.changes", {"call_id": "draft_call"}),
        ("grants.copy", {"call_id": "changed_call"}),
        ("grants.catalogue_question", {"code": "BEHOV-01"}),
        ("grants.change_contact", {}),
        ("grants.change_sender", {}),
        ("grants.draft_rule_sheet", {"call_id": "draft_call"}),
        *(
            ("grants.change_row", {"call_id": "draft_call", "slug": slug, "row_id": f"a_{slug}"})
            for slug in ("sporsmal", "kriterier")
        ),
        ("grants.choose_level", {}),
        ("grants.discard", {"call_id": "draft_call"}),
        *(
            ("grants.list_rows", {"call_id": "draft_call", "slug": slug})
            for slug in ("aktiviteter", "sporsmal", "kriterier")
        ),
        ("grants.manage_scheme", {}),
        ("grants.new_call", {}),
        ("grants.pick_condition", {"call_id": "draft_call", "row_id": "a_sporsmal"}),
        ("grants.preview", {"call_id": "draft_call"}),
        ("grants.publish", {"call_id": "draft_call"}),
        ("grants.question_catalogue", {}),
        ("grants.rule", {"call_id": "draft_call", "rule_id": "rule"}),
        ("grants.rules", {"call_id": "draft_call"}),
        ("grants.section", {"call_id": "draft_call", "number": "1"}),
        ("grants.set_condition", {"call_id": "draft_call", "row_id": "waiting", "on": "PERS-01"}),
        ("grants.word_anew", {"code": "BEHOV-01"}),
        ("home.start", {}),
    ],
}  # fmt: skip

NOT_PAGES = {
    "applications.attachment", "applications.budget_file", "applications.message_attachment",
    "assessments.attachment", "assessments.impartiality_file",
    "assessments.inputs", "assessments.message_attachment",
    "decisions.case_letter", "decisions.letter", "decisions.preview_document", "decisions.receipt",
    "figures.interface_schema", "figures.interface_table", "figures.table_file",
    "grants.call_paper",
    "followup.case_document", "followup.case_enclosed", "followup.document", "followup.enclosed",
    "foundation.alive", "foundation.ready", "static",
}  # fmt: skip
"""What answers with a file, with data or with one word."""
