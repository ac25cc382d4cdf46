"""Benefits: the catalogue is everybody's, figures are their kommune's, the lead's and the office's."""

from tests.visibility.benefits import BOTH_SIDES, LEADS_FIGURES, OWN, PARTNERS_FIGURES, RECEIVER
from tests.visibility.deciding import ACCOUNT, CHANGE
from tests.visibility.listing import ALL, OF_A_CALL, Line, absent, declares, lets, opens
from tests.visibility.viewers import ADMITTED, CONFIRMED, HINDERED, LEAD, UNGATED, Viewer

FOLLOWED = ("accepted", CHANGE, ACCOUNT)
OF_LEAD: Line = (opens(LEAD),)
OF_A_KOMMUNE: Line = (opens(LEAD, LEADS_FIGURES), opens(OWN, PARTNERS_FIGURES))
OF_THE_OFFICE: Line = (
    absent(UNGATED, "draft"),
    declares(ADMITTED | HINDERED, "draft"),
    opens(ADMITTED, *FOLLOWED),
    declares(HINDERED),
)
OF_A_CASE: Line = (lets(ADMITTED), declares(HINDERED))

LOOKED_AT: dict[str, Line] = {
    "followup.add_indicator": OF_LEAD,
    "followup.add_risk": OF_LEAD,
    "followup.answer_benefit_question": OF_LEAD,
    "followup.ask_about_benefit": OF_A_CASE,
    "followup.benefit_catalogue": ALL,
    "followup.freed_time": ALL,
    "followup.benefits": (opens(LEAD | CONFIRMED, *FOLLOWED),),
    "followup.case_benefits": OF_THE_OFFICE,
    "followup.case_handover": OF_A_CASE,
    "followup.decline_handover": (opens(RECEIVER),),
    "followup.follow_up": ALL,
    "followup.follow_up_call": OF_A_CALL,
    "followup.follow_up_call_paper": OF_A_CALL,
    "followup.follow_up_paper": ALL,
    "followup.case_benefit_paper": OF_THE_OFFICE,
    "followup.case_indicator": OF_A_CASE,
    "followup.catalogued_benefit": ALL,
    "followup.choose_benefits": (opens(LEAD, *FOLLOWED),),
    "followup.correct_value": OF_LEAD,
    "followup.drop_benefit": OF_LEAD,
    "followup.handover": (opens(BOTH_SIDES),),
    "followup.handovers": ALL,
    "followup.indicator": (opens(LEAD), opens(OWN, PARTNERS_FIGURES)),
    "followup.judge_benefit": OF_LEAD,
    "followup.new_benefit": ALL,
    "followup.own_benefit": (opens(LEAD, *FOLLOWED),),
    "followup.own_benefit_paper": (opens(LEAD, *FOLLOWED),),
    "followup.own_up": OF_A_KOMMUNE,
    "followup.propose_handover": (
        opens(frozenset({Viewer.LEAD_SIGNATORY}), LEADS_FIGURES),
        opens(frozenset({Viewer.PARTNER}), PARTNERS_FIGURES),
    ),
    "followup.propose_overall_handover": ALL,
    "followup.record_value": OF_A_KOMMUNE,
    "followup.withdraw_measurement": OF_LEAD,
    "followup.word_benefit": ALL,
}
SENT: dict[str, Line] = {
    "followup.accept_handover": (lets(BOTH_SIDES),),
    "followup.close_risk": (lets(LEAD),),
    "followup.fill_benefits": ALL,
    "followup.withdraw_handover": (lets(BOTH_SIDES),),
    "followup.withdraw_overall_handover": (),
}
