package org.weir.solution.contract;

import org.osgi.service.component.annotations.Component;
import org.weir.base.api.Text;
import org.weir.records.api.Validator;
import org.weir.records.api.Via;

/** The bill of materials is what was signed. */
@Component
public final class CheckContractLine implements Validator {
    @Override
    public String type() {
        return "contract-line";
    }

    @Override
    public void check(Change change, Rejections rejections) {
        if (change.before() != null || !"action:accept".equals(Via.now())) {
            rejections.reject("", Text.of("contract.stays"));
        }
    }
}
