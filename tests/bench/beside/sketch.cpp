#include <GLFW/glfw3.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <string>

/// What the desk is measured against where there is no browser: a board of twelve tiles and a card,
/// drawn in the plainest way, without cards to read. It is to stay as it is: a figure of the desk's
/// that grows in proportion to its own has grown.

namespace {

struct State {
    bool pressed = false;
    bool card = false;
    std::string typed;
};

State& of(GLFWwindow* window) {
    return *static_cast<State*>(glfwGetWindowUserPointer(window));
}

void listen(GLFWwindow* window) {
    glfwSetMouseButtonCallback(window, [](GLFWwindow* w, int, int action, int) {
        State& state = of(w);
        state.pressed = action == GLFW_PRESS;
        state.card = state.card || action == GLFW_RELEASE;
    });
    glfwSetCharCallback(window, [](GLFWwindow* w, unsigned int letter) {
        of(w).typed += static_cast<char>(letter);
    });
    glfwSetKeyCallback(window, [](GLFWwindow* w, int key, int, int, int) {
        if (key == GLFW_KEY_ESCAPE) {
            of(w) = {};
        }
    });
}

void tile(ImDrawList& list, ImVec2 corner, ImVec2 size, const std::string& text, bool dark) {
    const ImVec2 end{corner.x + size.x, corner.y + size.y};
    constexpr float kRadius = 16;
    list.AddRectFilled(corner, end, dark ? IM_COL32(200, 200, 200, 255) : IM_COL32_WHITE, kRadius);
    list.AddRect(corner, end, IM_COL32(190, 190, 190, 255), kRadius, 0, 2);
    list.AddText(nullptr, 40, {corner.x + 40, corner.y + 40}, IM_COL32(20, 20, 20, 255),
                 text.c_str());
}

void draw(GLFWwindow* window, const State& state) {
    ImGuiIO& io = ImGui::GetIO();
    int width = 0;
    int height = 0;
    glfwGetFramebufferSize(window, &width, &height);
    io.DisplaySize = {static_cast<float>(width), static_cast<float>(height)};
    ImGui_ImplOpenGL3_NewFrame();
    ImGui::NewFrame();
    ImDrawList& list = *ImGui::GetBackgroundDrawList();
    const int columns = state.card ? 1 : 4;
    const int rows = state.card ? 4 : 3;
    const ImVec2 size{io.DisplaySize.x / static_cast<float>(columns) - 20,
                      io.DisplaySize.y / static_cast<float>(rows) - 20};
    for (int i = 0; i < columns * rows; ++i) {
        const ImVec2 corner{10 + (size.x + 20) * static_cast<float>(i % columns),
                            10 + (size.y + 20) * static_cast<float>(i / columns)};
        tile(list, corner, size, "Words to say " + state.typed, state.pressed && i == 1);
    }
    ImGui::Render();
    glViewport(0, 0, width, height);
    glClearColor(0.96F, 0.96F, 0.94F, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    glfwSwapBuffers(window);
}

} // namespace

int main() {
    if (glfwInit() == GLFW_FALSE) {
        return 1;
    }
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 0);
    GLFWmonitor* const monitor = glfwGetPrimaryMonitor();
    const GLFWvidmode* const mode = glfwGetVideoMode(monitor);
    GLFWwindow* const window =
        glfwCreateWindow(mode->width, mode->height, "Sketch", monitor, nullptr);
    if (window == nullptr) {
        return 1;
    }
    State state;
    glfwSetWindowUserPointer(window, &state);
    listen(window);
    glfwMakeContextCurrent(window);
    glfwSwapInterval(0);
    ImGui::CreateContext();
    ImGui::GetIO().IniFilename = nullptr;
    ImGui_ImplOpenGL3_Init(nullptr);
    while (glfwWindowShouldClose(window) == GLFW_FALSE) {
        draw(window, state);
        glfwWaitEvents();
    }
}
